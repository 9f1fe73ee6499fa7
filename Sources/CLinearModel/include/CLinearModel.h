/// The inner loop of `LinearModel` (Sources/Linguistics), most of what reading costs: comparisons of many fingerprints at once,
/// reads that are announced, sums in vectors.
#pragma once
#include <stdint.h>

enum {
  linear_model_bucket_slots = 20,
  linear_model_bucket_byte_count = 64,
  /// A row of all classes is padded to a multiple of this many.
  linear_model_stride = 16,
  linear_model_largest_class_count = 256,
  /// How many bytes behind the rows may be read.
  linear_model_row_padding = 16,
};

/// Adds the weights of features to `scores`, one a class. `buckets` and `rows` are as `LinearModel` draws them; a row is whole
/// where its length is half of `class_count`, rounded up to the stride, or more.
void linear_model_score(
    const void *buckets, uint32_t bucket_count, const uint8_t *rows, uint32_t class_count, const uint64_t *keys,
    intptr_t key_count, int32_t *scores);
