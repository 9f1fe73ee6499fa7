/// Where the rows of an `Adjacency` lie, for the inner loops of algorithms: bare pointers without bounds checks, valid only
/// inside `withRows`.
@frozen public struct AdjacencyRows: @unchecked Sendable {
  public let vertexCount: Int
  /// `vertexCount` + 1 places in `targets`.
  public let offsets: UnsafePointer<Int>
  public let targets: UnsafePointer<UInt32>
  /// Nil where every weight is 1.
  public let weights: UnsafePointer<Double>?

  @inlinable init(
    vertexCount: Int, offsets: UnsafePointer<Int>, targets: UnsafePointer<UInt32>, weights: UnsafePointer<Double>?
  ) {
    self.vertexCount = vertexCount
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  @inlinable @inline(__always) public func row(_ vertex: Int) -> Range<Int> {
    Range(uncheckedBounds: (offsets[vertex], offsets[vertex &+ 1]))
  }

  @inlinable @inline(__always) public func degree(_ vertex: Int) -> Int { offsets[vertex &+ 1] &- offsets[vertex] }

  @inlinable @inline(__always) public func weight(at place: Int) -> Double {
    if let weights { weights[place] } else { 1 }
  }
}

extension Adjacency {
  /// Calls `body` with the rows as pointers.
  @inlinable public func withRows<Result, Failure: Error>(
    _ body: (AdjacencyRows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try offsets.withUnsafeBufferPointer { (offsets) throws(Failure) in
      try targets.withUnsafeBufferPointer { (targets) throws(Failure) in
        try (weights ?? []).withUnsafeBufferPointer { (weightRows) throws(Failure) in
          try body(
            AdjacencyRows(
              vertexCount: offsets.count - 1, offsets: offsets.baseAddress!, targets: targets.base,
              weights: weights == nil ? nil : weightRows.base))
        }
      }
    }
  }
}

extension UnsafeBufferPointer {
  /// A pointer also where there is no element, at which nothing may be read.
  @inlinable var base: UnsafePointer<Element> { baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment)! }
}
