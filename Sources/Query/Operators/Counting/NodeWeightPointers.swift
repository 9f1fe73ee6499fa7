/// Weights as bare pointers, for inner loops; whoever makes it keeps the weights alive.
struct NodeWeightPointers {
  private let bits: UnsafeMutablePointer<UInt64>?
  private let values: UnsafeMutablePointer<Int64>?
  private let first: Int
  private let count: UInt

  init(_ weights: NodeWeights) {
    bits = weights.bits
    values = weights.values
    first = weights.first
    count = UInt(weights.count)
  }

  /// How often a node counts.
  @inline(__always)
  func weight(of node: UInt32) -> Int64 {
    let index = Int(node) &- first
    guard UInt(bitPattern: index) < count else { return 0 }
    if let bits { return Int64(truncatingIfNeeded: bits[index &>> 6] &>> UInt64(truncatingIfNeeded: index & 63) & 1) }
    return values![index]
  }
}
