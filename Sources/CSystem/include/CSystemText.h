/// Byte search, character set conversion and digests: thin declarations over libc and, where present, libcrypto.
#ifndef KEIKAKU_CSYSTEM_TEXT_H
#define KEIKAKU_CSYSTEM_TEXT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// The offset of the first `byte` in `[start, end)`, or `end`.
static inline size_t csystem_first_byte(const uint8_t *bytes, size_t start, size_t end, uint8_t byte) {
  if (start >= end) return end;
  const void *found = memchr(bytes + start, byte, end - start);
  return found ? (size_t)((const uint8_t *)found - bytes) : end;
}

/// How a conversion step ended.
enum csystem_conversion_result {
  CSYSTEM_CONVERSION_DONE = 0,
  /// The output is full; call again with more room.
  CSYSTEM_CONVERSION_FULL = 1,
  /// The next input byte begins no character.
  CSYSTEM_CONVERSION_INVALID = 2,
  /// The input ends within a character.
  CSYSTEM_CONVERSION_INCOMPLETE = 3,
};

/// Opens a conversion from the named encoding to UTF-8; null where the C library does not know it.
void *csystem_conversion_open(const char *encoding);

/// Opens a conversion from UTF-8 to the named encoding; null where the C library does not know it.
void *csystem_conversion_open_from_utf8(const char *encoding);

/// Converts as much as it can and moves both offsets on. It can be called again after an error, past the bad bytes.
int csystem_conversion_step(
  void *conversion, const uint8_t *input, size_t input_size, size_t *input_offset,
  uint8_t *output, size_t output_size, size_t *output_offset);

void csystem_conversion_close(void *conversion);

/// Whether the processor has instructions of its own for SHA-256.
int csystem_sha256_has_instructions(void);

/// Takes blocks of 64 bytes into the state by these instructions, which the processor must have.
void csystem_sha256_blocks(uint32_t state[8], const uint32_t constants[64], const uint8_t *bytes, size_t blocks);

/// SHA-256 by the system's libcrypto, loaded at first use. Returns 0 where there is none.
int csystem_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

#endif
