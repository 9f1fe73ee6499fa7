import CLinearModel

/// A trained linear classifier as it lies in the program: a hash table from features to rows of quantised weights. Nothing is
/// copied or built when it is opened.
///
///     magic │ classes │ buckets │ row bytes │ scale │ 0 … │ buckets │ rows
///     a bucket: fingerprints: UInt16 × 20 │ lengths: UInt8 × 20 │ its first row's place: UInt32
///
/// A bucket is a line of the cache, and a feature is in the bucket of its hash or nowhere. Rows of one bucket lie in the order of
/// their slots, so that a row's place is its bucket's and the lengths before its own, which count pairs of bytes. A row of few
/// classes is (class, weight) pairs, a byte each; one of many is a weight for each class, whole. Weights are signed. A slot with
/// fingerprint 0 is empty. The fingerprint is the key's top 16 bits, so one unknown feature in some four thousand is taken for a
/// known one.
package struct LinearModel: @unchecked Sendable {
  package static let magic: UInt32 = 0x444C_4D33
  package static let headerByteCount = 64
  package static let bucketSlots = linear_model_bucket_slots
  package static let bucketByteCount = linear_model_bucket_byte_count
  /// Bytes behind the last row that the sums may read.
  package static let rowPadding = linear_model_row_padding

  package let classCount: Int
  /// Weight of one quantum.
  package let scale: Float
  private let bucketCount: UInt32
  private let buckets: UnsafeRawPointer
  private let rows: UnsafePointer<UInt8>

  /// `bytes` must outlive the model, be aligned to 64 and hold what `ModelPacking` wrote; nil for anything else.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerByteCount, let base = bytes.baseAddress, base.load(as: UInt32.self) == Self.magic else {
      return nil
    }
    bucketCount = base.load(fromByteOffset: 8, as: UInt32.self)
    let rowBytes = Int(base.load(fromByteOffset: 12, as: UInt32.self))
    let tableBytes = Int(bucketCount) * Self.bucketByteCount
    classCount = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    guard bucketCount > 0, 1...linear_model_largest_class_count ~= classCount,
      bytes.count >= Self.headerByteCount + tableBytes + rowBytes + Self.rowPadding
    else { return nil }
    scale = base.load(fromByteOffset: 16, as: Float.self)
    buckets = base + Self.headerByteCount
    rows = (buckets + tableBytes).assumingMemoryBound(to: UInt8.self)
  }

  package static func fingerprint(_ key: UInt64) -> UInt16 { max(UInt16(truncatingIfNeeded: key >> 48), 1) }

  /// Where a key is in a table of `count` places: its low half, spread over them (Lemire 2019).
  @inline(__always)
  package static func place(_ key: UInt64, _ count: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* count) >> 32)
  }

  /// How many weights a whole row has, those of its padding counted.
  package static func wholeRowLength(classCount: Int) -> Int {
    let stride = linear_model_stride
    return (classCount + stride - 1) / stride * stride
  }

  /// Adds the weights of all features to `scores`, one a class, which the caller has set to where it wants to begin.
  /// Complexity: O(features × classes that a feature speaks of).
  package func score(_ features: borrowing FeatureList, into scores: UnsafeMutablePointer<Int32>) {
    linear_model_score(buckets, bucketCount, rows, UInt32(truncatingIfNeeded: classCount), features.keys, features.count, scores)
  }

  /// The class of the highest score; the first of equals.
  @inline(__always)
  package static func best(_ scores: UnsafePointer<Int32>, _ count: Int) -> Int {
    var best = 0
    for index in 1..<max(count, 1) where scores[index] > scores[best] { best = index }
    return best
  }
}
