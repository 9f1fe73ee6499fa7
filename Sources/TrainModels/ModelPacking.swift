import Linguistics

/// Weights → the bytes that `LinearModel` reads.
struct ModelPacking {
  /// A row of so many classes is written whole: sums of whole rows take vectors.
  private static let wholeRowClasses = 16
  /// How many of a bucket's slots are taken on the average. Where more features fall into one bucket than it has slots, the
  /// lightest are left out: one feature in fifty of a large model, next to none of a small one.
  private static func meanTaken(_ rowCount: Int) -> Int { rowCount < 16_000 ? 10 : 16 }

  private let classCount: Int
  private let weights: [Float]
  private let keys: [UInt64]
  /// One quantum.
  private let scale: Float
  private let leastWeight: Int

  /// `weights`: a row of `classCount` for each of `keys`. Of all rows the `rowLimit` weightiest are kept, and in a row of few
  /// classes the weights of `leastWeight` quanta. One quantum is such that all but one weight in two thousand fit into a signed
  /// byte; the others are cut.
  static func pack(_ weights: [Float], classCount: Int, keys: [UInt64], rowLimit: Int, leastWeight: Int = 1) -> [UInt8] {
    ModelPacking(weights, classCount, keys, leastWeight).bytes(rowLimit: rowLimit)
  }

  private init(_ weights: [Float], _ classCount: Int, _ keys: [UInt64], _ leastWeight: Int) {
    (self.weights, self.classCount, self.keys, self.leastWeight) = (weights, classCount, keys, leastWeight)
    let magnitudes = weights.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
    let top = magnitudes.isEmpty ? 1 : magnitudes[min(magnitudes.count - 1, magnitudes.count * 1999 / 2000)]
    scale = top / 127
  }

  private func quanta(_ row: Int, _ number: Int) -> Int {
    Int(max(-127, min(127, (weights[row * classCount + number] / scale).rounded())))
  }

  /// The rows that are kept, the weightiest first.
  private func heaviest(_ limit: Int) -> ArraySlice<Int> {
    var rows: [(weight: Int, row: Int)] = []
    for row in keys.indices {
      var sum = 0
      for number in 0..<classCount {
        let weight = abs(quanta(row, number))
        if weight >= leastWeight { sum += weight }
      }
      if sum > 0 { rows.append((sum, row)) }
    }
    rows.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.row < $1.row }
    return rows.map(\.row).prefix(limit)
  }

  /// A row's bytes, even in number.
  private func bytes(ofRow row: Int) -> [UInt8] {
    var pairs: [UInt8] = []
    for number in 0..<classCount {
      let weight = quanta(row, number)
      if abs(weight) >= leastWeight { pairs += [UInt8(number), UInt8(bitPattern: Int8(weight))] }
    }
    let wholeLength = LinearModel.wholeRowLength(classCount: classCount)
    guard pairs.count >= min(2 * Self.wholeRowClasses, wholeLength) else { return pairs }
    return (0..<wholeLength).map { $0 < classCount ? UInt8(bitPattern: Int8(quanta(row, $0))) : 0 }
  }

  private func bytes(rowLimit: Int) -> [UInt8] {
    let kept = heaviest(rowLimit)
    var slots = [[Int]](repeating: [], count: kept.count / Self.meanTaken(kept.count) + 1)
    for row in kept {
      let place = LinearModel.place(keys[row], UInt64(slots.count))
      if slots[place].count < LinearModel.bucketSlots { slots[place].append(row) }
    }
    var (buckets, rows): ([UInt8], [UInt8]) = ([], [])
    func append<T>(_ value: T, to bytes: inout [UInt8]) { withUnsafeBytes(of: value) { bytes += $0 } }
    for taken in slots {
      let first = rows.count
      let places = 0..<LinearModel.bucketSlots
      for place in places { append(place < taken.count ? LinearModel.fingerprint(keys[taken[place]]) : 0, to: &buckets) }
      for place in places {
        let row = place < taken.count ? bytes(ofRow: taken[place]) : []
        buckets.append(UInt8(row.count / 2))
        rows += row
      }
      append(UInt32(first), to: &buckets)
    }
    var bytes: [UInt8] = []
    for value in [LinearModel.magic, UInt32(classCount), UInt32(slots.count), UInt32(rows.count)] { append(value, to: &bytes) }
    append(scale, to: &bytes)
    bytes += [UInt8](repeating: 0, count: LinearModel.headerByteCount - bytes.count)
    return bytes + buckets + rows + [UInt8](repeating: 0, count: LinearModel.rowPadding)
  }
}
