#include "CLinearModel.h"

#include <string.h>

typedef struct {
  uint16_t fingerprints[linear_model_bucket_slots];
  /// In pairs of bytes.
  uint8_t lengths[linear_model_bucket_slots];
  uint32_t first_row;
} bucket;

_Static_assert(sizeof(bucket) == linear_model_bucket_byte_count, "a bucket fills a line of the cache");

typedef uint8_t bytes32 __attribute__((ext_vector_type(32)));
typedef uint32_t counts32 __attribute__((ext_vector_type(32)));
typedef uint16_t words8 __attribute__((ext_vector_type(8)));
typedef uint16_t words16 __attribute__((ext_vector_type(16)));
typedef _Bool bits8 __attribute__((ext_vector_type(8)));
typedef _Bool bits16 __attribute__((ext_vector_type(16)));
typedef int8_t weights16 __attribute__((ext_vector_type(16)));
typedef int16_t sums16 __attribute__((ext_vector_type(16)));

enum {
  /// So many features that sums of their weights fit into 16 bits.
  group_size = 256,
  largest_stride_count = linear_model_largest_class_count / linear_model_stride,
};

typedef struct {
  const uint8_t *bytes;
  uint32_t length;
} row;

/// The slots that hold a fingerprint, as bits.
static inline uint32_t slots_holding(const bucket *bucket, uint16_t fingerprint) {
  words16 most;
  words8 rest;
  memcpy(&most, bucket->fingerprints, sizeof most);
  // Four fingerprints, and lengths that do not count.
  memcpy(&rest, bucket->fingerprints + 16, sizeof rest);
  bits16 in_most = __builtin_convertvector(most == (words16)fingerprint, bits16);
  bits8 in_rest = __builtin_convertvector(rest == (words8)fingerprint, bits8);
  uint16_t most_bits;
  uint8_t rest_bits;
  memcpy(&most_bits, &in_most, sizeof most_bits);
  memcpy(&rest_bits, &in_rest, sizeof rest_bits);
  return most_bits | (uint32_t)(rest_bits & 0xF) << 16;
}

/// How many bytes of rows a bucket has before those of a slot.
static inline uint32_t bytes_before(const bucket *bucket, uint32_t slot) {
  // The lengths with what stands on both sides of them.
  static const bytes32 slots = {
    248, 249, 250, 251, 252, 253, 254, 255, 0,  1,  2,  3,  4,  5,  6,  7,
    8,   9,   10,  11,  12,  13,  14,  15,  16, 17, 18, 19, 20, 21, 22, 23,
  };
  bytes32 lengths;
  memcpy(&lengths, (const char *)bucket + sizeof *bucket - sizeof lengths, sizeof lengths);
  lengths &= (bytes32)(slots < (bytes32)(uint8_t)slot);
  return 2 * __builtin_reduce_add(__builtin_convertvector(lengths, counts32));
}

/// Adds rows of (class, weight) pairs.
static inline void add_pairs(const row *rows, intptr_t count, int16_t *sums) {
  // What is beyond a row's end becomes weights of nought, each of another class: sums of one class wait for each other.
  const uint64_t noughts = 0x00FF00FE00FD00FC;
  for (intptr_t index = 0; index < count; index++) {
    const uint8_t *bytes = rows[index].bytes;
    uint32_t length = rows[index].length;
    for (;;) {
      uint64_t four;
      memcpy(&four, bytes, sizeof four);
      uint64_t within = length < 4 ? ((uint64_t)1 << 16 * length) - 1 : ~(uint64_t)0;
      four = (four & within) | (noughts & ~within);
      sums[four & 0xFF] += (int8_t)(four >> 8);
      sums[four >> 16 & 0xFF] += (int8_t)(four >> 24);
      sums[four >> 32 & 0xFF] += (int8_t)(four >> 40);
      sums[four >> 48 & 0xFF] += (int8_t)(four >> 56);
      if (length <= 4) break;
      length -= 4;
      bytes += 8;
    }
  }
}

/// Adds rows of a weight for each class: a column of all rows at a time, so that its sums stay where they are.
static inline void add_whole(const row *rows, intptr_t count, uint32_t stride_count, sums16 *sums) {
  for (uint32_t stride = 0; stride < stride_count; stride++) {
    sums16 sum = sums[stride];
    for (intptr_t index = 0; index < count; index++) {
      weights16 weights;
      memcpy(&weights, rows[index].bytes + stride * linear_model_stride, sizeof weights);
      sum += __builtin_convertvector(weights, sums16);
    }
    sums[stride] = sum;
  }
}

static inline __attribute__((always_inline)) void score(
    const void *buckets, uint32_t bucket_count, const uint8_t *rows, uint32_t class_count, const uint64_t *keys,
    intptr_t key_count, int32_t *scores) {
  uint32_t stride_count = (class_count + linear_model_stride - 1) / linear_model_stride;
  uint32_t whole_length = stride_count * linear_model_stride / 2;
  const bucket *places[group_size];
  row whole[group_size], pairs[group_size];
  sums16 sums[largest_stride_count];
  for (intptr_t first = 0; first < key_count; first += group_size) {
    intptr_t count = key_count - first < group_size ? key_count - first : group_size;
    const uint64_t *group = keys + first;
    for (intptr_t index = 0; index < count; index++) {
      const bucket *place = (const bucket *)buckets + ((group[index] & 0xFFFFFFFF) * bucket_count >> 32);
      __builtin_prefetch(place);
      places[index] = place;
    }
    intptr_t whole_count = 0, pairs_count = 0;
    // No jump depends on what is found: one that is guessed wrong would make all reads behind it wait.
    for (intptr_t index = 0; index < count; index++) {
      const bucket *place = places[index];
      uint16_t fingerprint = (uint16_t)(group[index] >> 48);
      uint32_t slots = slots_holding(place, fingerprint ? fingerprint : 1);
      uint32_t is_known = slots != 0;
      uint32_t slot = (uint32_t)__builtin_ctz(slots | 1u << linear_model_bucket_slots);
      uint32_t known = slot & -is_known;
      // Of an unknown feature nothing is read ahead but what all others of them read.
      uint32_t begin = (place->first_row + bytes_before(place, known)) & -is_known;
      row found = {rows + begin, place->lengths[known]};
      __builtin_prefetch(found.bytes);
      // A row of all classes does not fit into one line of the cache.
      __builtin_prefetch(found.bytes + 64);
      uint32_t is_whole = found.length >= whole_length;
      whole[whole_count] = found;
      whole_count += is_known & is_whole;
      pairs[pairs_count] = found;
      pairs_count += is_known & !is_whole;
    }
    memset(sums, 0, sizeof sums);
    add_whole(whole, whole_count, stride_count, sums);
    add_pairs(pairs, pairs_count, (int16_t *)sums);
    for (uint32_t number = 0; number < class_count; number++) scores[number] += ((int16_t *)sums)[number];
  }
}

#if defined(__x86_64__)
/// For processors that have vectors of 32 bytes, as nearly all have.
__attribute__((target("avx2,bmi,bmi2"))) static void score_in_wide_vectors(
    const void *buckets, uint32_t bucket_count, const uint8_t *rows, uint32_t class_count, const uint64_t *keys,
    intptr_t key_count, int32_t *scores) {
  score(buckets, bucket_count, rows, class_count, keys, key_count, scores);
}
#endif

void linear_model_score(
    const void *buckets, uint32_t bucket_count, const uint8_t *rows, uint32_t class_count, const uint64_t *keys,
    intptr_t key_count, int32_t *scores) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")) {
    score_in_wide_vectors(buckets, bucket_count, rows, class_count, keys, key_count, scores);
    return;
  }
#endif
  score(buckets, bucket_count, rows, class_count, keys, key_count, scores);
}
