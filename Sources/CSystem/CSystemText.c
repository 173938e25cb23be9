#include "CSystemText.h"

#include <dlfcn.h>
#include <errno.h>
#include <iconv.h>
#include <pthread.h>

void *csystem_conversion_open(const char *encoding) {
  iconv_t conversion = iconv_open("UTF-8", encoding);
  return conversion == (iconv_t)-1 ? NULL : (void *)conversion;
}

void *csystem_conversion_open_from_utf8(const char *encoding) {
  iconv_t conversion = iconv_open(encoding, "UTF-8");
  return conversion == (iconv_t)-1 ? NULL : (void *)conversion;
}

int csystem_conversion_step(
  void *conversion, const uint8_t *input, size_t input_size, size_t *input_offset,
  uint8_t *output, size_t output_size, size_t *output_offset) {
  char *from = (char *)input + *input_offset;
  size_t from_left = input_size - *input_offset;
  char *to = (char *)output + *output_offset;
  size_t to_left = output_size - *output_offset;
  size_t result = iconv((iconv_t)conversion, &from, &from_left, &to, &to_left);
  int error = errno;
  *input_offset = input_size - from_left;
  *output_offset = output_size - to_left;
  if (result != (size_t)-1) return CSYSTEM_CONVERSION_DONE;
  if (error == E2BIG) return CSYSTEM_CONVERSION_FULL;
  if (error == EINVAL) return CSYSTEM_CONVERSION_INCOMPLETE;
  return CSYSTEM_CONVERSION_INVALID;
}

void csystem_conversion_close(void *conversion) { iconv_close((iconv_t)conversion); }

typedef unsigned char *(*sha256_function)(const unsigned char *, size_t, unsigned char *);

static sha256_function library_sha256 = NULL;
static pthread_once_t library_once = PTHREAD_ONCE_INIT;

static void load_library(void) {
  static const char *const names[] = {"libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"};
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
    void *library = dlopen(names[index], RTLD_LAZY | RTLD_LOCAL);
    if (!library) continue;
    library_sha256 = (sha256_function)dlsym(library, "SHA256");
    if (library_sha256) return;
    dlclose(library);
  }
}

int csystem_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
  pthread_once(&library_once, load_library);
  return library_sha256 && library_sha256(bytes, count, digest) ? 1 : 0;
}
