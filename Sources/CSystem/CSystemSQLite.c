#include "CSystemSQLite.h"

#include <dlfcn.h>
#include <stddef.h>

/// A function's name and its place in the table.
struct entry {
  const char *name;
  size_t offset;
};

#define ENTRY(function) {"sqlite3_" #function, offsetof(csystem_sqlite, function)}

static const struct entry entries[] = {
  ENTRY(libversion_number), ENTRY(open_v2),     ENTRY(close_v2),     ENTRY(errmsg),        ENTRY(exec),
  ENTRY(prepare_v2),        ENTRY(step),        ENTRY(reset),        ENTRY(finalize),      ENTRY(bind_null),
  ENTRY(bind_int64),        ENTRY(bind_double), ENTRY(bind_text),    ENTRY(column_count),  ENTRY(column_type),
  ENTRY(column_int64),      ENTRY(column_double), ENTRY(column_text), ENTRY(column_bytes),
};

int csystem_sqlite_load(const char *name, csystem_sqlite *functions) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  for (size_t index = 0; index < sizeof entries / sizeof entries[0]; index++) {
    void *function = dlsym(library, entries[index].name);
    if (!function) {
      dlclose(library);
      return 0;
    }
    *(void **)((char *)functions + entries[index].offset) = function;
  }
  return 1;
}
