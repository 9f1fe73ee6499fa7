import Cypher
import Graph

/// Which rows of a batch go to which groups, and how often each counts.
package struct AggregateInput {
  /// Rows in each argument vector, selected or not.
  package var rowCount: Int
  /// The rows that count, ascending; nil where all do.
  package var selection: [UInt32]?
  /// The group of the n-th selected row; nil where every row goes to group 0.
  package var groups: [UInt32]?
  /// Groups known so far: one more than the largest in `groups`.
  package var groupCount: Int
  /// How many result rows the n-th selected row stands for (a factorised batch); nil where each stands for itself.
  package var multiplicities: [Int64]?

  package init(
    rowCount: Int, selection: [UInt32]? = nil, groups: [UInt32]? = nil, groupCount: Int = 1, multiplicities: [Int64]? = nil
  ) {
    self.rowCount = rowCount
    self.selection = selection
    self.groups = groups
    self.groupCount = groupCount
    self.multiplicities = multiplicities
  }

  package var selectedCount: Int { selection?.count ?? rowCount }

  /// Calls `body` with each selected row, its group and how often it counts.
  ///
  /// Inlined with its body, once for each of the usual shapes, so that no loop asks in every row what the batch has.
  @inline(__always)
  func forEachRow(
    _ body: (_ row: Int, _ group: Int, _ multiplicity: Int64) throws(CypherError) -> Void
  ) throws(CypherError) {
    switch (selection, groups, multiplicities) {
    case (nil, nil, nil):
      for row in 0..<rowCount { try body(row, 0, 1) }
    case (let selection?, nil, nil):
      for row in selection { try body(Int(row), 0, 1) }
    case (nil, let groups?, nil):
      precondition(groups.count >= rowCount, "every row has a group")
      let numbers = groups.span
      for row in 0..<rowCount { try body(row, Int(numbers[unchecked: row]), 1) }
    case (let selection?, let groups?, nil):
      precondition(groups.count >= selection.count, "every selected row has a group")
      let (rows, numbers) = (selection.span, groups.span)
      for place in 0..<rows.count { try body(Int(rows[unchecked: place]), Int(numbers[unchecked: place]), 1) }
    case (_, _, let multiplicities?):
      for place in 0..<selectedCount {
        try body(selection.map { Int($0[place]) } ?? place, groups.map { Int($0[place]) } ?? 0, multiplicities[place])
      }
    }
  }
}

extension Accumulator {
  /// Another accumulator of the same call.
  static func same(_ other: any Accumulator) -> Self {
    guard let other = other as? Self else { preconditionFailure("accumulators of one call are of one kind") }
    return other
  }
}

extension Array {
  /// Makes the array at least `count` long.
  mutating func extend(to count: Int, with element: Element) {
    if self.count < count { append(contentsOf: repeatElement(element, count: count - self.count)) }
  }

  /// The array, moved out: a loop that writes to a local array pays no exclusivity check a row, as it would for a stored one.
  mutating func take() -> [Element] {
    let taken = self
    self = []
    return taken
  }
}

/// The running state of one aggregate call, for all groups at once.
///
/// Not safe to share: each worker has its own, and `merge` puts them together.
package protocol Accumulator: AnyObject {
  /// Takes in a batch. `arguments` are vectors of `input.rowCount` rows, one an argument; empty for `count(*)`.
  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError)

  /// Takes in what another accumulator of the same call has gathered; its group n is group `groups[n]` here.
  func merge(_ other: any Accumulator, groups: [UInt32], groupCount: Int) throws(CypherError)

  /// Roughly what the state takes in memory. O(1).
  var byteCount: Int { get }

  /// How many columns `state` has.
  var stateColumnCount: Int { get }

  /// What groups 0 ..< `groupCount` have gathered, one row a group, for `restored` to read.
  func state(groupCount: Int) -> [Vector]

  /// A new accumulator of the same call whose group n has gathered what row n of some state says.
  func restored(from state: [Vector]) throws(CypherError) -> any Accumulator

  /// The result of groups 0 ..< `groupCount`, one row a group; a group that no row reached has the aggregate of nothing.
  func results(groupCount: Int) throws(CypherError) -> Vector
}

extension Vector {
  /// The rows of a column of integers that an accumulator has made.
  var integerState: [Int64] {
    guard case .integers(let rows) = storage else { preconditionFailure("the state of an accumulator keeps its types") }
    return rows
  }

  /// The rows of a column of floats that an accumulator has made.
  var floatState: [Double] {
    guard case .floats(let rows) = storage else { preconditionFailure("the state of an accumulator keeps its types") }
    return rows
  }

  /// The rows of a column of lists that an accumulator has made.
  var listState: [[Value]] {
    (0..<count).map { row in
      guard case .list(let elements) = self[row] else { preconditionFailure("the state of an accumulator keeps its types") }
      return elements
    }
  }
}
