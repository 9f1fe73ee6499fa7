import Cypher
import Graph

/// An aggregate function: its name, its arguments and how its accumulator is made.
package struct AggregateFunction: Sendable {
  /// The canonical spelling; calls are matched without regard to case.
  package var name: String
  package var argumentCount: Int
  let make: @Sendable () -> any Accumulator

  init(_ name: String, _ argumentCount: Int, _ make: @escaping @Sendable () -> any Accumulator) {
    self.name = name
    self.argumentCount = argumentCount
    self.make = make
  }

  /// A fresh accumulator for one call and one worker. With `distinct`, of equivalent values of the first argument in a group only
  /// the first counts.
  package func makeAccumulator(distinct: Bool) -> any Accumulator { make() }
}
