import Cypher

extension Expression {
  /// True for `count(*)` and for a call of an aggregate function.
  var isAggregateCall: Bool { aggregateFunction != nil }

  /// True if an aggregate is called anywhere in this expression, subqueries left out.
  var callsAggregate: Bool { contains(where: \.isAggregateCall) }

  /// The aggregate that this expression calls, nil for every other expression.
  var aggregateFunction: AggregateFunction? {
    switch kind {
    case .countAll: .countAll
    case .function(let call): AggregateFunction.named(call.name.text)
    default: nil
    }
  }
}
