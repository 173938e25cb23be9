#include "CSystemText.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

int csystem_sha256_has_instructions(void) {
  // Leaf 7: the instructions for SHA; leaf 1: SSSE3 and SSE 4.1, which move the words for them.
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

__attribute__((target("sha,sse4.1,ssse3")))
void csystem_sha256_blocks(uint32_t state[8], const uint32_t constants[64], const uint8_t *bytes, size_t blocks) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  // The instructions want the halves of the state as A B E F and C D G H.
  __m128i abef = _mm_set_epi32((int)state[0], (int)state[1], (int)state[4], (int)state[5]);
  __m128i cdgh = _mm_set_epi32((int)state[2], (int)state[3], (int)state[6], (int)state[7]);
  for (; blocks > 0; blocks--, bytes += 64) {
    __m128i first = abef, second = cdgh, words[4];
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
      __m128i input = _mm_add_epi32(*own, _mm_loadu_si128((const __m128i *)(constants + 4 * group)));
      second = _mm_sha256rnds2_epu32(second, first, input);
      first = _mm_sha256rnds2_epu32(first, second, _mm_shuffle_epi32(input, 0x0E));
    }
    abef = _mm_add_epi32(abef, first);
    cdgh = _mm_add_epi32(cdgh, second);
  }
  state[0] = (uint32_t)_mm_extract_epi32(abef, 3);
  state[1] = (uint32_t)_mm_extract_epi32(abef, 2);
  state[2] = (uint32_t)_mm_extract_epi32(cdgh, 3);
  state[3] = (uint32_t)_mm_extract_epi32(cdgh, 2);
  state[4] = (uint32_t)_mm_extract_epi32(abef, 1);
  state[5] = (uint32_t)_mm_extract_epi32(abef, 0);
  state[6] = (uint32_t)_mm_extract_epi32(cdgh, 1);
  state[7] = (uint32_t)_mm_extract_epi32(cdgh, 0);
}

#else

int csystem_sha256_has_instructions(void) { return 0; }

void csystem_sha256_blocks(uint32_t state[8], const uint32_t constants[64], const uint8_t *bytes, size_t blocks) {
  (void)state;
  (void)constants;
  (void)bytes;
  (void)blocks;
}

#endif
