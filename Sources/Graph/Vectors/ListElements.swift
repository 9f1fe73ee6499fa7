/// The elements of lists that are rows of a vector, all of them in one vector: a row says which of them are its own
/// (`ListRange`), so that lists are cut and chosen without a look at their elements.
public final class ListElements: Sendable {
  public let vector: Vector

  public init(_ vector: Vector) {
    precondition(vector.count <= Int(UInt32.max), "lists that share their elements have at most 2³² − 1 of them")
    self.vector = vector
  }

  /// The elements of one list.
  @inlinable public func values(_ range: ListRange) -> [Value] { range.places.map { vector[$0] } }
}

/// Which of the elements of a `ListElements` one list has.
public struct ListRange: Sendable {
  public var start: UInt32
  public var count: UInt32

  @inlinable public init(start: Int, count: Int) {
    self.start = UInt32(start)
    self.count = UInt32(count)
  }

  @inlinable public var places: Range<Int> { Int(start)..<Int(start) + Int(count) }

  /// The elements at some places of the list, as far as it has them.
  @inlinable public func cut(_ wanted: Range<Int>) -> ListRange {
    let bounds = wanted.clamped(to: 0..<Int(count))
    return ListRange(start: Int(start) + bounds.lowerBound, count: bounds.count)
  }
}

extension Vector {
  /// Lists that stand one after the other in `elements`.
  ///
  /// - Parameter counts: how many elements each has.
  public init(listsOf elements: Vector, counts: some Collection<Int>) {
    var ranges: [ListRange] = []
    ranges.reserveCapacity(counts.count)
    var start = 0
    for count in counts {
      ranges.append(ListRange(start: start, count: count))
      start += count
    }
    self.init(.lists(ranges, ListElements(elements)))
  }
}
