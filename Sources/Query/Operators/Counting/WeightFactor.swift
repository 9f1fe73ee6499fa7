import GraphStorage

/// What each weight of a variable is multiplied by: for each node a number that hangs on its neighbours, or that was counted
/// before.
struct WeightFactor {
  /// What is made of the number.
  enum Kind {
    /// The weight times the number.
    case product
    /// The same, but the weight itself where the number is 0: OPTIONAL MATCH.
    case optional
    /// The weight where the number is not 0: EXISTS.
    case present
    /// The weight where the number is 0: NOT EXISTS.
    case absent
  }

  let kind: Kind
  /// From the variable's nodes to their neighbours; nil where the number is the weight of the node itself.
  let rows: NeighbourRows?
  /// The weights that are added up; nil where every neighbour counts once.
  let weights: NodeWeights?
  /// False where it does not matter how many relationships lead to a neighbour.
  let countsParallels: Bool

  /// About how many places in memory are read.
  var cost: Int {
    guard let rows else { return (weights?.count ?? 0) / 4 }
    return weights == nil ? rows.rowCount / 4 : rows.entryCount
  }

  /// True if weights of 0 and 1 stay such.
  var keepsBits: Bool { kind == .present || kind == .absent }
}

/// A factor as bare pointers; whoever makes it keeps the arrays alive.
struct WeightFactorKernel {
  private let kind: WeightFactor.Kind
  private let offsets: UnsafeMutablePointer<UInt32>?
  private let firstRow: Int
  private let rowCount: UInt
  private let neighbours: UnsafeMutablePointer<UInt32>?
  private let multiplicities: UnsafeMutablePointer<UInt32>?
  private let values: UnsafeMutablePointer<Int64>?
  private let bits: UnsafeMutablePointer<UInt64>?
  private let first: Int
  private let count: UInt

  init(_ factor: WeightFactor) {
    kind = factor.kind
    offsets = factor.rows?.offsets
    firstRow = factor.rows?.firstNode ?? 0
    rowCount = UInt(factor.rows?.rowCount ?? 0)
    neighbours = factor.rows?.neighbours
    multiplicities = factor.countsParallels ? factor.rows?.multiplicities : nil
    values = factor.weights?.values
    bits = factor.weights?.bits
    first = factor.weights?.first ?? 0
    count = UInt(factor.weights?.count ?? 0)
  }

  /// Multiplies the weights of consecutive nodes. True if a number does not fit.
  func apply(to weights: UnsafeMutablePointer<Int64>, count weightCount: Int, from node: Int) -> Bool {
    guard let offsets else { return applyOwn(weights, weightCount, node) }
    let shift = node &- firstRow
    guard values != nil || bits != nil else {
      guard let multiplicities else {
        return apply(weights, weightCount, shift) { start, end, _ in Int64(truncatingIfNeeded: offsets[end] &- offsets[start]) }
      }
      return apply(weights, weightCount, shift) { row, next, _ in
        var sum: Int64 = 0
        for place in Int(offsets[row])..<Int(offsets[next]) { sum &+= Int64(multiplicities[place]) }
        return sum
      }
    }
    let neighbours = self.neighbours!
    if let multiplicities {
      return apply(weights, weightCount, shift) { row, next, overflow in
        var sum: Int64 = 0
        for place in Int(offsets[row])..<Int(offsets[next]) {
          let (product, isProductTooLarge) = weight(of: neighbours[place]).multipliedReportingOverflow(
            by: Int64(multiplicities[place]))
          let (added, isTooLarge) = sum.addingReportingOverflow(product)
          overflow = overflow || isTooLarge || isProductTooLarge
          sum = added
        }
        return sum
      }
    }
    if let bits {
      return apply(weights, weightCount, shift) { row, next, _ in
        var sum: UInt64 = 0
        for place in Int(offsets[row])..<Int(offsets[next]) {
          let index = Int(neighbours[place]) &- first
          guard UInt(bitPattern: index) < count else { continue }
          sum &+= bits[index &>> 6] &>> UInt64(truncatingIfNeeded: index & 63) & 1
        }
        return Int64(truncatingIfNeeded: sum)
      }
    }
    let values = self.values!
    return apply(weights, weightCount, shift) { row, next, overflow in
      var sum: Int64 = 0
      for place in Int(offsets[row])..<Int(offsets[next]) {
        let index = Int(neighbours[place]) &- first
        guard UInt(bitPattern: index) < count else { continue }
        let (added, isTooLarge) = sum.addingReportingOverflow(values[index])
        overflow = overflow || isTooLarge
        sum = added
      }
      return sum
    }
  }

  @inline(__always)
  private func weight(of node: UInt32) -> Int64 {
    let index = Int(node) &- first
    guard UInt(bitPattern: index) < count else { return 0 }
    if let bits { return Int64(truncatingIfNeeded: bits[index &>> 6] &>> UInt64(truncatingIfNeeded: index & 63) & 1) }
    return values![index]
  }

  /// By weights of the nodes themselves.
  private func applyOwn(_ weights: UnsafeMutablePointer<Int64>, _ weightCount: Int, _ node: Int) -> Bool {
    var overflow = false
    for place in 0..<weightCount where weights[place] != 0 {
      weights[place] = combined(weights[place], weight(of: UInt32(truncatingIfNeeded: node &+ place)), &overflow)
    }
    return overflow
  }

  /// By what `number` makes of the row of each node that counts.
  @inline(__always)
  private func apply(
    _ weights: UnsafeMutablePointer<Int64>, _ weightCount: Int, _ shift: Int,
    _ number: (_ row: Int, _ next: Int, _ overflow: inout Bool) -> Int64
  ) -> Bool {
    var overflow = false
    for place in 0..<weightCount {
      let weight = weights[place]
      if weight == 0 { continue }
      let row = place &+ shift
      let found = UInt(bitPattern: row) < rowCount ? number(row, row &+ 1, &overflow) : 0
      weights[place] = combined(weight, found, &overflow)
    }
    return overflow
  }

  @inline(__always)
  private func combined(_ weight: Int64, _ number: Int64, _ overflow: inout Bool) -> Int64 {
    switch kind {
    case .product, .optional:
      let (product, isTooLarge) = weight.multipliedReportingOverflow(by: kind == .optional && number == 0 ? 1 : number)
      overflow = overflow || isTooLarge
      return product
    case .present: return number == 0 ? 0 : weight
    case .absent: return number == 0 ? weight : 0
    }
  }
}
