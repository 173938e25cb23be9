/// The few functions of SQLite that are used, loaded at run time: neither header nor library is needed to build.
/// Prototypes as https://sqlite.org/c3ref/funclist.html declares them, handles as void pointers.
#ifndef KEIKAKU_CSYSTEM_SQLITE_H
#define KEIKAKU_CSYSTEM_SQLITE_H

#include <stdint.h>

enum csystem_sqlite_code {
  CSYSTEM_SQLITE_OK = 0,
  CSYSTEM_SQLITE_ROW = 100,
  CSYSTEM_SQLITE_DONE = 101,
  CSYSTEM_SQLITE_OPEN_READONLY = 0x1,
  CSYSTEM_SQLITE_OPEN_READWRITE = 0x2,
  CSYSTEM_SQLITE_OPEN_CREATE = 0x4,
};

/// What `column_type` returns.
enum csystem_sqlite_type {
  CSYSTEM_SQLITE_INTEGER = 1,
  CSYSTEM_SQLITE_FLOAT = 2,
  CSYSTEM_SQLITE_TEXT = 3,
  CSYSTEM_SQLITE_BLOB = 4,
  CSYSTEM_SQLITE_NULL = 5,
};

typedef struct {
  int (*_Nonnull libversion_number)(void);
  int (*_Nonnull open_v2)(
    const char *_Nonnull path, void *_Nullable *_Nonnull database, int flags, const char *_Nullable system);
  int (*_Nonnull close_v2)(void *_Nullable database);
  const char *_Nullable (*_Nonnull errmsg)(void *_Nullable database);
  int (*_Nonnull exec)(
    void *_Nonnull database, const char *_Nonnull sql, void *_Nullable callback, void *_Nullable context,
    char *_Nullable *_Nullable message);
  int (*_Nonnull prepare_v2)(
    void *_Nonnull database, const char *_Nonnull sql, int length, void *_Nullable *_Nonnull statement,
    const char *_Nullable *_Nullable tail);
  int (*_Nonnull step)(void *_Nonnull statement);
  int (*_Nonnull reset)(void *_Nonnull statement);
  int (*_Nonnull finalize)(void *_Nullable statement);
  int (*_Nonnull bind_null)(void *_Nonnull statement, int index);
  int (*_Nonnull bind_int64)(void *_Nonnull statement, int index, int64_t value);
  int (*_Nonnull bind_double)(void *_Nonnull statement, int index, double value);
  /// `release` is called with the text when it is done with; null leaves it alone, -1 copies it at once.
  int (*_Nonnull bind_text)(
    void *_Nonnull statement, int index, const char *_Nullable text, int length, intptr_t release);
  int (*_Nonnull column_count)(void *_Nonnull statement);
  int (*_Nonnull column_type)(void *_Nonnull statement, int column);
  int64_t (*_Nonnull column_int64)(void *_Nonnull statement, int column);
  double (*_Nonnull column_double)(void *_Nonnull statement, int column);
  const uint8_t *_Nullable (*_Nonnull column_text)(void *_Nonnull statement, int column);
  int (*_Nonnull column_bytes)(void *_Nonnull statement, int column);
} csystem_sqlite;

/// Loads the library of this name. Returns 1 when all functions were found; the library then stays loaded.
int csystem_sqlite_load(const char *_Nonnull name, csystem_sqlite *_Nonnull functions);

#endif
