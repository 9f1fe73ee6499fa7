import Cypher
import Graph

/// An aggregate function: its name, its arguments and how its accumulator is made.
package struct AggregateFunction: Sendable {
  /// The canonical spelling; calls are matched without regard to case.
  package var name: String
  package var argumentCount: Int
  private let make: @Sendable () -> any Accumulator

  init(_ name: String, _ argumentCount: Int, _ make: @escaping @Sendable () -> any Accumulator) {
    self.name = name
    self.argumentCount = argumentCount
    self.make = make
  }

  /// A fresh accumulator for one call and one worker. With `distinct`, of equivalent values of the first argument in a group only
  /// the first counts.
  package func makeAccumulator(distinct: Bool = false) -> any Accumulator {
    distinct ? DistinctAccumulator(argumentCount: argumentCount, make) : make()
  }
}

extension AggregateFunction {
  /// `count(*)`, which takes no argument.
  package static let countAll = AggregateFunction("count", 0) { CountAccumulator() }

  /// Every aggregate function that is called by name.
  package static let all: [AggregateFunction] = [
    AggregateFunction("count", 1) { CountAccumulator() },
    AggregateFunction("sum", 1) { SumAccumulator(.sum) },
    AggregateFunction("avg", 1) { SumAccumulator(.average) },
    AggregateFunction("min", 1) { ExtremeAccumulator(wantsGreatest: false) },
    AggregateFunction("max", 1) { ExtremeAccumulator(wantsGreatest: true) },
    AggregateFunction("collect", 1) { CollectAccumulator() },
    AggregateFunction("stDev", 1) { DeviationAccumulator(isPopulation: false) },
    AggregateFunction("stDevP", 1) { DeviationAccumulator(isPopulation: true) },
    AggregateFunction("percentileCont", 2) { PercentileAccumulator(isContinuous: true) },
    AggregateFunction("percentileDisc", 2) { PercentileAccumulator(isContinuous: false) },
  ]

  private static let byName: [String: AggregateFunction] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

  /// The aggregate function of that name, nil where it names none.
  package static func named(_ name: String) -> AggregateFunction? {
    byName[FunctionCatalog.implementedName(of: name).lowercased()]
  }
}
