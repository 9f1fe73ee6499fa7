import Cypher

extension LogicalPlan.Step {
  /// The variables of the rows below that a reading step looks at; nil for a step whose result hangs on whole rows or on their
  /// number.
  var readVariables: Set<String>? {
    switch self {
    case .nodeScan(let scan): Self.mentioned(scan.access.expressions)
    case .relationshipSeek(let seek): Self.mentioned(seek.values)
    case .expand(let expand): expand.isInto ? [expand.from, expand.to] : [expand.from]
    case .varLengthExpand(let expand):
      (expand.chain.each?.readVariables ?? []).union(expand.isInto ? [expand.from, expand.to] : [expand.from])
    case .relationshipEnds(let ends):
      Set([ends.relationship] + (ends.isFromBound ? [ends.from] : []) + (ends.isToBound ? [ends.to] : []))
    case .assemblePath(let path): Set([path.start] + path.steps.flatMap { [$0.relationship, $0.node] })
    case .restrictPath(let path, _): [path]
    case .distinctRelationships(let pairs): Set(pairs.flatMap { [$0.first, $0.second] })
    case .filter(let predicates): Self.mentioned(predicates)
    default: nil
    }
  }

  private static func mentioned(_ expressions: [Expression]) -> Set<String> {
    var collector = VariableCollector()
    for expression in expressions { collector.add(expression) }
    return collector.names
  }
}
