import Linguistics

/// A linear model in training: exact features, a row of weights each, averaged over all steps (Freund & Schapire
/// 1999; Collins 2002).
/// A feature gets its row with the first update that names it.
final class FeatureWeights {
  let classCount: Int
  private var keys: [UInt64]
  private var rowOfSlot: [Int32]
  private var mask: Int
  private(set) var rowCount = 0
  private var weights: UnsafeMutablePointer<Float>
  private var totals: UnsafeMutablePointer<Float>
  private var rowCapacity: Int
  /// Decisions so far.
  private var step: Float = 1

  init(classCount: Int) {
    self.classCount = classCount
    keys = [UInt64](repeating: 0, count: 1 << 16)
    rowOfSlot = [Int32](repeating: -1, count: 1 << 16)
    mask = keys.count - 1
    rowCapacity = 1 << 14
    weights = .allocate(capacity: rowCapacity * classCount)
    totals = .allocate(capacity: rowCapacity * classCount)
  }

  deinit {
    weights.deallocate()
    totals.deallocate()
  }

  private func row(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while rowOfSlot[slot] >= 0 {
      if keys[slot] == key { return Int(rowOfSlot[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Sets `scores` to the sums of the features' weights.
  func score(_ features: borrowing FeatureList, _ scores: UnsafeMutablePointer<Float>) {
    scores.update(repeating: 0, count: classCount)
    let count = classCount
    for index in 0..<features.count {
      let row = row(features.keys[index])
      guard row >= 0 else { continue }
      let weights = weights + row * count
      for number in 0..<count { scores[number] += weights[number] }
    }
  }

  /// One decision is made; averages count decisions.
  func advance() { step += 1 }

  /// Adds `delta` to the weights of all features for a class.
  func update(_ features: borrowing FeatureList, _ number: Int, _ delta: Float) {
    for index in 0..<features.count {
      let place = ensureRow(features.keys[index]) * classCount + number
      weights[place] += delta
      totals[place] += delta * step
    }
  }

  private func ensureRow(_ key: UInt64) -> Int {
    let known = row(key)
    if known >= 0 { return known }
    if rowCount * 2 > keys.count { growTable() }
    if rowCount == rowCapacity { growRows() }
    var slot = Int(truncatingIfNeeded: key) & mask
    while rowOfSlot[slot] >= 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    rowOfSlot[slot] = Int32(rowCount)
    (weights + rowCount * classCount).initialize(repeating: 0, count: classCount)
    (totals + rowCount * classCount).initialize(repeating: 0, count: classCount)
    rowCount += 1
    return rowCount - 1
  }

  private func growTable() {
    let (oldKeys, oldRows) = (keys, rowOfSlot)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    rowOfSlot = [Int32](repeating: -1, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (index, row) in oldRows.enumerated() where row >= 0 {
      var slot = Int(truncatingIfNeeded: oldKeys[index]) & mask
      while rowOfSlot[slot] >= 0 { slot = (slot + 1) & mask }
      keys[slot] = oldKeys[index]
      rowOfSlot[slot] = row
    }
  }

  private func growRows() {
    func grown(_ old: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<Float> {
      let new = UnsafeMutablePointer<Float>.allocate(capacity: rowCapacity * 2 * classCount)
      new.moveInitialize(from: old, count: rowCapacity * classCount)
      old.deallocate()
      return new
    }
    weights = grown(weights)
    totals = grown(totals)
    rowCapacity *= 2
  }

  /// The averaged weights, quantised to a byte and packed for `LinearModel`. Of all rows the `rowLimit` weightiest are kept.
  /// Weights below `leastWeight` quanta are left out.
  func packed(rowLimit: Int, leastWeight: Int = 2) -> [UInt8] {
    var averages = [Float](repeating: 0, count: rowCount * classCount)
    for place in averages.indices { averages[place] = weights[place] - totals[place] / step }
    return ModelPacking.pack(
      averages, classCount: classCount, keys: keyOfRow(), rowLimit: rowLimit, leastWeight: leastWeight)
  }

  private func keyOfRow() -> [UInt64] {
    var result = [UInt64](repeating: 0, count: rowCount)
    for (slot, row) in rowOfSlot.enumerated() where row >= 0 { result[Int(row)] = keys[slot] }
    return result
  }
}

/// Weights → the bytes that `LinearModel` reads.
enum ModelPacking {
  /// One quantum is such that all but one weight in two thousand fit into a signed byte; the others are cut.
  static func pack(_ weights: [Float], classCount: Int, keys: [UInt64], rowLimit: Int, leastWeight: Int = 1) -> [UInt8] {
    let magnitudes = weights.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
    let top = magnitudes.isEmpty ? 1 : magnitudes[min(magnitudes.count - 1, magnitudes.count * 1999 / 2000)]
    let scale = top / 127
    var rows: [(weight: Float, row: Int)] = []
    for row in keys.indices {
      var sum: Float = 0
      for number in 0..<classCount {
        let weight = abs((weights[row * classCount + number] / scale).rounded())
        if weight >= Float(leastWeight) { sum += min(weight, 127) }
      }
      if sum > 0 { rows.append((sum, row)) }
    }
    rows.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.row < $1.row }
    if rows.count > rowLimit { rows.removeSubrange(rowLimit...) }
    rows.sort { $0.row < $1.row }
    // Four slots in five are taken.
    let slots = (rows.count * 5 / 4 + 16) / 2 * 2
    var fingerprints = [UInt16](repeating: 0, count: slots)
    var offsets = [UInt32](repeating: 0, count: slots)
    var packed: [UInt8] = []
    for (_, row) in rows {
      var pairs: [UInt8] = []
      for number in 0..<classCount {
        let weight = Int(max(-127, min(127, (weights[row * classCount + number] / scale).rounded())))
        if abs(weight) >= leastWeight { pairs += [UInt8(number), UInt8(bitPattern: Int8(weight))] }
      }
      var slot = LinearModel.slot(keys[row], UInt64(slots))
      while fingerprints[slot] != 0 { slot = (slot + 1) % slots }
      fingerprints[slot] = LinearModel.fingerprint(keys[row])
      offsets[slot] = UInt32(packed.count)
      packed.append(UInt8(pairs.count / 2))
      packed += pairs
    }
    return bytes(classCount, scale, fingerprints, offsets, packed)
  }

  private static func bytes(
    _ classCount: Int, _ scale: Float, _ fingerprints: [UInt16], _ offsets: [UInt32], _ rows: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    func append<T>(_ value: T) { withUnsafeBytes(of: value) { bytes += $0 } }
    append(LinearModel.magic)
    append(UInt32(classCount))
    append(UInt32(fingerprints.count))
    append(UInt32(rows.count))
    append(scale)
    bytes += [UInt8](repeating: 0, count: LinearModel.headerByteCount - bytes.count)
    fingerprints.withUnsafeBytes { bytes += $0 }
    offsets.withUnsafeBytes { bytes += $0 }
    return bytes + rows
  }
}
