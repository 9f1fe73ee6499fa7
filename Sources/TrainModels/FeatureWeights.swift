import Linguistics

/// A linear model in training: exact features, a row of weights each, averaged over all steps (Freund & Schapire
/// 1999; Collins 2002). An adaptive one moves a weight the less the oftener it has been moved (AdaGrad; Duchi, Hazan & Singer
/// 2011). A feature gets its row with the first update that names it, and a row holds the classes that it was updated for: few.
final class FeatureWeights {
  /// Where a feature's weights are. A slot with no room is empty.
  private struct Slot {
    var key: UInt64 = 0
    var start: UInt32 = 0
    var count: UInt16 = 0
    var room: UInt16 = 0
  }

  private struct Weight {
    var value: Float = 0
    var number: UInt32 = 0
  }

  /// What only an update asks of a weight.
  private struct History {
    var total: Float = 0
    /// How often it has been moved.
    var moves: Float = 0
  }

  let classCount: Int
  private let isAdaptive: Bool
  /// An open-addressing table, half full at most.
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  /// The features in the order of their rows' making.
  private var keys: [UInt64] = []
  private var weights: UnsafeMutablePointer<Weight>
  private var histories: UnsafeMutablePointer<History>
  private var used = 0
  private var capacity: Int
  /// Decisions so far.
  private var step: Float = 1

  init(classCount: Int, isAdaptive: Bool = false) {
    self.classCount = classCount
    self.isAdaptive = isAdaptive
    mask = 1 << 16 - 1
    slots = Self.emptySlots(mask + 1)
    capacity = 1 << 16
    weights = .allocate(capacity: capacity)
    histories = .allocate(capacity: capacity)
  }

  deinit {
    slots.deallocate()
    weights.deallocate()
    histories.deallocate()
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(), count: count)
    return slots
  }

  /// The slot where a key is or would be.
  @inline(__always)
  private static func slot(_ key: UInt64, _ slots: UnsafeMutablePointer<Slot>, _ mask: Int) -> UnsafeMutablePointer<Slot> {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].room > 0, slots[slot].key != key { slot = (slot &+ 1) & mask }
    return slots + slot
  }

  /// Sets `scores` to the sums of the features' weights. Complexity: O(features × classes that a feature speaks of).
  func score(_ features: borrowing FeatureList, _ scores: UnsafeMutablePointer<Float>) {
    let (slots, mask, weights) = (slots, mask, weights)
    scores.update(repeating: 0, count: classCount)
    withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Slot>.self, capacity: features.count) { found in
      // First where the rows are, then the rows: the reads of each kind do not wait for one another.
      for index in 0..<features.count { found[index] = Self.slot(features.keys[index], slots, mask) }
      for index in 0..<features.count {
        var weight = weights + Int(found[index].pointee.start)
        let end = weight + Int(found[index].pointee.count)
        while weight < end {
          scores[Int(weight.pointee.number)] += weight.pointee.value
          weight += 1
        }
      }
    }
  }

  /// One decision is made; averages count decisions.
  func advance() { step += 1 }

  /// Adds `delta` to the weights of all features for a class.
  func update(_ features: borrowing FeatureList, _ number: Int, _ delta: Float) {
    for index in 0..<features.count {
      let place = ensureWeight(features.keys[index], UInt32(number))
      histories[place].moves += 1
      let change = isAdaptive ? delta / histories[place].moves.squareRoot() : delta
      weights[place].value += change
      histories[place].total += change * step
    }
  }

  private func ensureWeight(_ key: UInt64, _ number: UInt32) -> Int {
    if keys.count * 2 > mask { growTable() }
    let slot = Self.slot(key, slots, mask)
    if slot.pointee.room == 0 {
      keys.append(key)
      slot.pointee = Slot(key: key, start: UInt32(take(2)), count: 0, room: 2)
    }
    for place in Int(slot.pointee.start)..<(Int(slot.pointee.start) + Int(slot.pointee.count))
    where weights[place].number == number {
      return place
    }
    if slot.pointee.count == slot.pointee.room { widen(slot) }
    let place = Int(slot.pointee.start) + Int(slot.pointee.count)
    slot.pointee.count += 1
    weights[place] = Weight(value: 0, number: number)
    histories[place] = History()
    return place
  }

  /// Moves a row to where it has twice the room.
  private func widen(_ slot: UnsafeMutablePointer<Slot>) {
    let (old, count) = (Int(slot.pointee.start), Int(slot.pointee.count))
    let new = take(count * 2)
    for offset in 0..<count {
      weights[new + offset] = weights[old + offset]
      histories[new + offset] = histories[old + offset]
    }
    slot.pointee.start = UInt32(new)
    slot.pointee.room = UInt16(count * 2)
  }

  /// Room for so many weights, nought each.
  private func take(_ count: Int) -> Int {
    if used + count > capacity { growWeights() }
    (weights + used).initialize(repeating: Weight(), count: count)
    (histories + used).initialize(repeating: History(), count: count)
    used += count
    return used - count
  }

  private func growTable() {
    let (old, oldCount) = (slots, mask + 1)
    defer { old.deallocate() }
    mask = oldCount * 2 - 1
    slots = Self.emptySlots(oldCount * 2)
    for index in 0..<oldCount where old[index].room > 0 { Self.slot(old[index].key, slots, mask).pointee = old[index] }
  }

  private func growWeights() {
    func grown<T>(_ old: UnsafeMutablePointer<T>) -> UnsafeMutablePointer<T> {
      let new = UnsafeMutablePointer<T>.allocate(capacity: capacity * 2)
      new.moveInitialize(from: old, count: used)
      old.deallocate()
      return new
    }
    weights = grown(weights)
    histories = grown(histories)
    capacity *= 2
  }

  /// The averaged weights of several runs, their mean quantised to a byte and packed for `LinearModel`: runs that met the
  /// examples in other orders err apart, and what they agree on is what the examples tell. Of all rows the `rowLimit`
  /// weightiest are kept. Weights below `leastWeight` quanta are left out, and those that a run moved less than `leastMoves`
  /// times on the average: what one example taught is that example.
  static func packed(_ runs: [FeatureWeights], rowLimit: Int, leastWeight: Int = 2, leastMoves: Float = 1) -> [UInt8] {
    let classCount = runs[0].classCount
    let keys = runs.count == 1 ? runs[0].keys : Set(runs.lazy.flatMap(\.keys)).sorted()
    var averages = [Float](repeating: 0, count: keys.count * classCount)
    let moves = UnsafeMutablePointer<Float>.allocate(capacity: classCount)
    defer { moves.deallocate() }
    for (row, key) in keys.enumerated() {
      moves.update(repeating: 0, count: classCount)
      for run in runs {
        let slot = Self.slot(key, run.slots, run.mask).pointee
        for place in Int(slot.start)..<(Int(slot.start) + Int(slot.count)) {
          let number = Int(run.weights[place].number)
          moves[number] += run.histories[place].moves
          averages[row * classCount + number] += run.weights[place].value - run.histories[place].total / run.step
        }
      }
      for number in 0..<classCount where moves[number] < leastMoves * Float(runs.count) {
        averages[row * classCount + number] = 0
      }
    }
    return ModelPacking.pack(averages, classCount: classCount, keys: keys, rowLimit: rowLimit, leastWeight: leastWeight)
  }
}
