#include "CLinearModel.h"

#include <string.h>

typedef struct {
  uint16_t fingerprints[linear_model_bucket_slots];
  /// In pairs of bytes.
  uint8_t lengths[linear_model_bucket_slots];
  uint32_t first_row;
} bucket;

_Static_assert(sizeof(bucket) == linear_model_bucket_byte_count, "a bucket fills a line of the cache");

typedef uint16_t words8 __attribute__((ext_vector_type(8)));
typedef uint16_t words16 __attribute__((ext_vector_type(16)));
typedef _Bool bits8 __attribute__((ext_vector_type(8)));
typedef _Bool bits16 __attribute__((ext_vector_type(16)));
typedef int8_t weights16 __attribute__((ext_vector_type(16)));
typedef int16_t sums16 __attribute__((ext_vector_type(16)));

/// So many features that sums of their weights fit into 16 bits.
enum { group_size = 256, largest_stride_count = linear_model_largest_class_count / linear_model_stride };

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

/// The sum of eight bytes: of their pairs first, so that it has 16 bits.
static inline uint32_t sum(uint64_t bytes) {
  uint64_t pairs = (bytes & 0x00FF00FF00FF00FF) + (bytes >> 8 & 0x00FF00FF00FF00FF);
  return (uint32_t)(pairs * 0x0001000100010001 >> 48);
}

/// How many bytes of rows a bucket has before those of a slot.
static inline uint32_t bytes_before(const bucket *bucket, uint32_t slot) {
  uint64_t first, second;
  uint32_t third;
  memcpy(&first, bucket->lengths, sizeof first);
  memcpy(&second, bucket->lengths + 8, sizeof second);
  memcpy(&third, bucket->lengths + 16, sizeof third);
  uint32_t bits = slot * 8;
  uint64_t below = ((uint64_t)1 << (bits & 63)) - 1;
  uint64_t in_first = bits < 64 ? below : ~(uint64_t)0;
  uint64_t in_second = bits < 64 ? 0 : bits < 128 ? below : ~(uint64_t)0;
  uint64_t in_third = bits < 128 ? 0 : below;
  return 2 * (sum(first & in_first) + sum(second & in_second) + sum(third & in_third));
}

static inline void add_pairs(const uint8_t *row, uint32_t length, int16_t *sums) {
  for (;;) {
    uint64_t four;
    memcpy(&four, row, sizeof four);
    // What is beyond the row's end becomes a weight of nought.
    if (length < 4) four &= ((uint64_t)1 << 16 * length) - 1;
    sums[four & 0xFF] += (int8_t)(four >> 8);
    sums[four >> 16 & 0xFF] += (int8_t)(four >> 24);
    sums[four >> 32 & 0xFF] += (int8_t)(four >> 40);
    sums[four >> 48 & 0xFF] += (int8_t)(four >> 56);
    if (length <= 4) return;
    length -= 4;
    row += 8;
  }
}

static inline void add_whole(const uint8_t *row, uint32_t stride_count, sums16 *sums) {
  for (uint32_t index = 0; index < stride_count; index++) {
    weights16 weights;
    memcpy(&weights, row + index * linear_model_stride, sizeof weights);
    sums[index] += __builtin_convertvector(weights, sums16);
  }
}

void linear_model_score(
    const void *buckets, uint32_t bucket_count, const uint8_t *rows, uint32_t class_count, const uint64_t *keys,
    intptr_t key_count, int32_t *scores) {
  uint32_t stride_count = (class_count + linear_model_stride - 1) / linear_model_stride;
  uint32_t whole_length = stride_count * linear_model_stride / 2;
  const bucket *places[group_size];
  struct {
    const uint8_t *row;
    uint32_t length;
  } found[group_size];
  sums16 sums[largest_stride_count];
  for (intptr_t first = 0; first < key_count; first += group_size) {
    intptr_t count = key_count - first < group_size ? key_count - first : group_size;
    const uint64_t *group = keys + first;
    for (intptr_t index = 0; index < count; index++) {
      const bucket *place = (const bucket *)buckets + ((group[index] & 0xFFFFFFFF) * bucket_count >> 32);
      __builtin_prefetch(place);
      places[index] = place;
    }
    intptr_t found_count = 0;
    // No jump depends on what is found: one that is guessed wrong would make all reads behind it wait.
    for (intptr_t index = 0; index < count; index++) {
      const bucket *place = places[index];
      uint16_t fingerprint = (uint16_t)(group[index] >> 48);
      uint32_t slots = slots_holding(place, fingerprint ? fingerprint : 1);
      uint32_t slot = (uint32_t)__builtin_ctz(slots | 1u << linear_model_bucket_slots);
      uint32_t known = slots ? slot : 0;
      const uint8_t *row = rows + place->first_row + bytes_before(place, known);
      found[found_count].row = row;
      found[found_count].length = place->lengths[known];
      __builtin_prefetch(row);
      found_count += slots != 0;
    }
    memset(sums, 0, stride_count * sizeof *sums);
    for (intptr_t index = 0; index < found_count; index++) {
      if (found[index].length >= whole_length) {
        add_whole(found[index].row, stride_count, sums);
      } else {
        add_pairs(found[index].row, found[index].length, (int16_t *)sums);
      }
    }
    for (uint32_t number = 0; number < class_count; number++) scores[number] += ((int16_t *)sums)[number];
  }
}
