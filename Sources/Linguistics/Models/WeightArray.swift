/// The weights of a model that only ranks: one a feature, in places chosen by the features' hashes. Features that meet in
/// one place share it, which costs little (hash kernel; Shi et al. 2009, Bohnet 2010).
///
///     magic │ places │ scale │ 0 │ weights: Int8 × places
package struct WeightArray: @unchecked Sendable {
  package static let magic: UInt32 = 0x4457_4131
  package static let headerByteCount = 16

  package let count: Int
  /// Weight of one quantum.
  package let scale: Float
  private let weights: UnsafePointer<Int8>

  /// `bytes` must outlive the array; nil if they hold none.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerByteCount, let base = bytes.baseAddress, base.load(as: UInt32.self) == Self.magic else {
      return nil
    }
    count = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    guard count > 0, bytes.count >= Self.headerByteCount + count else { return nil }
    scale = base.load(fromByteOffset: 8, as: Float.self)
    weights = (base + Self.headerByteCount).assumingMemoryBound(to: Int8.self)
  }

  @inline(__always)
  package static func place(_ key: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: ((key >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// The sum of the features' weights in quanta. Complexity: O(features).
  package func score(_ features: borrowing FeatureList) -> Int32 {
    var sum: Int32 = 0
    for index in 0..<features.count { sum &+= Int32(weights[Self.place(features.keys[index], count)]) }
    return sum
  }

  /// The bytes of an array with `values`, rounded. All but one in two thousand that are not nought fit; the others are cut.
  package static func bytes(_ values: [Float]) -> [UInt8] {
    let magnitudes = values.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
    let top = magnitudes.isEmpty ? 1 : magnitudes[min(magnitudes.count - 1, magnitudes.count * 1999 / 2000)]
    let scale = top / 127
    var bytes: [UInt8] = []
    func append<T>(_ value: T) { withUnsafeBytes(of: value) { bytes += $0 } }
    append(magic)
    append(UInt32(values.count))
    append(scale)
    append(UInt32(0))
    return bytes + values.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / scale).rounded())))) }
  }
}
