#include "CSystemText.h"

#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/// CPUID leaf 7: the instructions for SHA; leaf 1: SSSE3 and SSE 4.1, which move the words for them.
static int has_instructions(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

static const uint32_t constants[64] __attribute__((aligned(16))) = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

/// Takes blocks of 64 bytes into the state, whose halves the instructions want as A B E F and C D G H.
__attribute__((target("sha,sse4.1,ssse3")))
static void compress(__m128i *abef, __m128i *cdgh, const uint8_t *bytes, size_t blocks) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  for (; blocks > 0; blocks--, bytes += 64) {
    __m128i first = *abef, second = *cdgh, words[4];
    for (int group = 0; group < 16; group++) {
      __m128i *own = &words[group & 3];
      if (group < 4) {
        *own = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * group)), big_endian);
      } else {
        // The four words before the last twelve, the seventh last ones, and the last two make the next four.
        __m128i last = words[(group + 3) & 3];
        __m128i sum = _mm_sha256msg1_epu32(*own, words[(group + 1) & 3]);
        sum = _mm_add_epi32(sum, _mm_alignr_epi8(last, words[(group + 2) & 3], 4));
        *own = _mm_sha256msg2_epu32(sum, last);
      }
      __m128i input = _mm_add_epi32(*own, _mm_load_si128((const __m128i *)(constants + 4 * group)));
      second = _mm_sha256rnds2_epu32(second, first, input);
      first = _mm_sha256rnds2_epu32(first, second, _mm_shuffle_epi32(input, 0x0E));
    }
    *abef = _mm_add_epi32(*abef, first);
    *cdgh = _mm_add_epi32(*cdgh, second);
  }
}

/// The last bytes with the end mark and the length in bits. Returns how many blocks they are.
static size_t pad(uint8_t tail[128], const uint8_t *bytes, size_t rest, size_t count) {
  size_t blocks = rest < 56 ? 1 : 2;
  memset(tail, 0, 128);
  if (rest > 0) memcpy(tail, bytes, rest);
  tail[rest] = 0x80;
  for (int byte = 0; byte < 8; byte++) tail[64 * blocks - 1 - byte] = (uint8_t)((uint64_t)count * 8 >> (8 * byte));
  return blocks;
}

__attribute__((target("sha,sse4.1,ssse3")))
static void digest_all(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
  __m128i abef = _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c);
  __m128i cdgh = _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19);
  uint8_t tail[128];
  size_t whole = count / 64;
  compress(&abef, &cdgh, bytes, whole);
  compress(&abef, &cdgh, tail, pad(tail, bytes + 64 * whole, count % 64, count));
  uint32_t state[8] = {
    (uint32_t)_mm_extract_epi32(abef, 3), (uint32_t)_mm_extract_epi32(abef, 2), (uint32_t)_mm_extract_epi32(cdgh, 3),
    (uint32_t)_mm_extract_epi32(cdgh, 2), (uint32_t)_mm_extract_epi32(abef, 1), (uint32_t)_mm_extract_epi32(abef, 0),
    (uint32_t)_mm_extract_epi32(cdgh, 1), (uint32_t)_mm_extract_epi32(cdgh, 0),
  };
  for (int byte = 0; byte < 32; byte++) digest[byte] = (uint8_t)(state[byte / 4] >> (24 - 8 * (byte % 4)));
}

int csystem_sha256_by_processor(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
  if (!has_instructions()) return 0;
  digest_all(bytes, count, digest);
  return 1;
}

#else

int csystem_sha256_by_processor(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
  (void)bytes;
  (void)count;
  (void)digest;
  return 0;
}

#endif
