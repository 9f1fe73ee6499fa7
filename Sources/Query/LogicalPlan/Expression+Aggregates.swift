import Cypher

extension Expression {
  /// True if an aggregate is called anywhere in this expression, subqueries left out.
  var callsAggregate: Bool { containsOutsidePatterns(where: \.isAggregateCall) }

  /// True for an aggregate of distinct values.
  var isDistinctCall: Bool { if case .function(let call) = kind { call.isDistinct } else { false } }

  /// The aggregate that this expression calls, nil for every other expression.
  var aggregateFunction: AggregateFunction? {
    switch kind {
    case .countAll: .countAll
    case .function(let call): AggregateFunction.named(call.name.text)
    default: nil
    }
  }
}
