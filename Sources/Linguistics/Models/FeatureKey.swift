/// A feature of a linear model as a number: the template that it comes from and the values that stand in it, mixed so well that
/// its low bits choose a slot and its high bits tell it from others there.
///
/// The mixing is the folded 64 × 64 → 128 bit product of wyhash (Wang Yi, public domain).
package enum FeatureKey {
  @inline(__always)
  static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// Two values in this order as one.
  @inline(__always)
  package static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
    fold(a ^ 0xA076_1D64_78BD_642F, b ^ 0xE703_7ED1_A0B4_28DB)
  }

  /// Case-folded or plain bytes as one value. Complexity: O(count).
  @inline(__always)
  package static func bytes(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: count)
    for index in 0..<count { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    return fold(hash ^ 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
  }
}

/// The features of one decision, gathered in a fixed piece of memory and asked of a model at once.
package struct FeatureList: ~Copyable {
  package let keys: UnsafeMutablePointer<UInt64>
  package private(set) var count = 0
  private let capacity: Int

  package init(capacity: Int = 1024) {
    self.capacity = capacity
    keys = .allocate(capacity: capacity)
  }

  deinit { keys.deallocate() }

  @inline(__always) package mutating func removeAll() { count = 0 }

  /// The features so far.
  package var all: [UInt64] { (0..<count).map { keys[$0] } }

  /// Takes features that were gathered before.
  package mutating func replace(with known: [UInt64]) {
    precondition(known.count <= capacity, "a decision has at most \(capacity) features")
    for (index, key) in known.enumerated() { keys[index] = key }
    count = known.count
  }

  /// Adds a feature of `template` with the values mixed into `value`. What is beyond the capacity is a mistake of the templates.
  @inline(__always)
  package mutating func add(_ template: UInt64, _ value: UInt64) {
    assert(count < capacity)
    keys[count] = FeatureKey.fold(value ^ 0x1D8E_4E27_C47D_124F, template &* 0x9E37_79B9_7F4A_7C15 ^ 0xEB44_ACCA_B455_D165)
    count &+= 1
  }

  @inline(__always)
  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) { add(template, FeatureKey.pair(a, b)) }

  @inline(__always)
  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    add(template, FeatureKey.pair(FeatureKey.pair(a, b), c))
  }

  @inline(__always)
  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
    add(template, FeatureKey.pair(FeatureKey.pair(a, b), FeatureKey.pair(c, d)))
  }
}
