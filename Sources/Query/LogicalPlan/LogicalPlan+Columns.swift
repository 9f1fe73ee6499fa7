import Cypher

/// Which columns a step's rows have.
extension LogicalPlan {
  /// The columns of the rows, in order; where a name stands twice the later one counts.
  var columns: [RowLayout.Column] {
    switch step {
    case .argument(let columns): columns
    case .match(let pattern): input.columns + pattern.newColumns
    case .countMatches(let count): count.columns
    case .nodeScan(let scan): input.columns + [.init(name: scan.variable, kind: .node)]
    case .relationshipSeek(let seek): input.columns + [.init(name: seek.variable, kind: .relationship)]
    case .relationshipScan(let scan):
      input.columns + [.init(name: scan.relationship, kind: .relationship)]
        + scan.ends.map { .init(name: $0, kind: .node) }
    case .expand(let expand):
      input.columns + [.init(name: expand.relationship, kind: .relationship)]
        + (expand.isInto ? [] : [.init(name: expand.to, kind: .node)])
    case .varLengthExpand(let expand):
      input.columns + [.init(name: expand.relationships)] + (expand.isInto ? [] : [.init(name: expand.to, kind: .node)])
    case .relationshipEnds(let ends):
      input.columns + (ends.isFromBound ? [] : [.init(name: ends.from, kind: .node)])
        + (ends.isToBound ? [] : [.init(name: ends.to, kind: .node)])
    case .repeatPath(let path): input.columns + path.newColumns
    case .searchPaths(let search): input.columns + search.newColumns
    case .assemblePath(let path): input.columns + [.init(name: path.variable, kind: .path)]
    case .countRelationships(let count): input.columns + [.init(name: count.variable)]
    case .apply(let apply): input.columns + apply.newColumns
    case .feed: inputs[1].columns
    case .project(let projection): projection.columns(of: input)
    case .aggregate(let aggregation): aggregation.columns(of: input)
    case .unwind(let unwinding):
      input.columns + [unwinding.variable, unwinding.position].compactMap { $0 }.map { .init(name: $0) }
    case .loadCSV(let load):
      input.columns + [load.variable.text, LoadCSV.lineColumn, LoadCSV.fileColumn].map { .init(name: $0) }
    case .hashJoin: input.columns + inputs[1].columns
    case .procedureCall(let call): input.columns + call.yields.map { .init(name: $0.variable) }
    case .show(let table): input.columns + table.yields.map { .init(name: $0.variable) }
    case .create(let pattern): input.columns + pattern.newColumns
    case .merge(let merge): input.columns + merge.newColumns
    case .union: input.columns
    case .distinctRelationships, .restrictPath, .filter, .distinct, .sort, .skip, .limit, .top, .rowsOfEach, .gather, .set,
      .remove, .delete, .eager:
      input.columns
    case .emptyResult: []
    }
  }

  func kind(of name: String) -> RowLayout.Kind {
    columns.last { $0.name == name }?.kind ?? .any
  }
}

extension RelationshipScan {
  /// The variables of both ends, in the order of the pattern.
  var ends: [String] { isReversed ? [target, source] : [source, target] }
}

extension ProjectionStep {
  fileprivate func columns(of input: LogicalPlan) -> [RowLayout.Column] {
    let known = RowLayout(input.columns)
    let keptColumns: [RowLayout.Column] = kept.map { .init(name: $0, kind: known.kind(of: $0)) }
    return keptColumns + items.map { .init(name: $0.name, kind: known.kind(of: $0.expression)) }
  }
}

extension Aggregation {
  fileprivate func columns(of input: LogicalPlan) -> [RowLayout.Column] {
    let known = RowLayout(input.columns)
    let keyColumns: [RowLayout.Column] = keys.map { .init(name: $0.name, kind: known.kind(of: $0.expression)) }
    return keyColumns + aggregates.map { .init(name: $0.name) }
  }
}

extension CreationPattern {
  var newColumns: [RowLayout.Column] {
    nodes.map { .init(name: $0.variable, kind: .node) } + relationships.map { .init(name: $0.variable, kind: .relationship) }
  }
}
