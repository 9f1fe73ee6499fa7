import Cypher
import Graph
import GraphStorage

extension PhysicalPlanMapper {
  func mapReading(_ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    switch plan.step {
    case .argument(let columns):
      let argument = Argument(layout: RowLayout(columns.filter { required.contains($0.name) }))
      // One without columns is the single row with which a query begins, not rows handed in.
      if !columns.isEmpty { arguments.append(argument) }
      return argument
    case .nodeScan(let scan): return try mapScan(scan, plan, required)
    case .relationshipSeek(let seek): return try mapSeek(seek, plan, required)
    case .relationshipScan(let scan): return try mapRelationshipScan(scan, required)
    case .expand(let expand): return try mapExpand(expand, plan, required)
    case .varLengthExpand(let expand): return try mapVarLengthExpand(expand, plan, required)
    case .relationshipEnds(let ends): return try mapEnds(ends, plan, required)
    case .repeatPath(let path): return try mapRepeatedPath(path, plan, required)
    case .searchPaths(let search): return try mapSearch(search, plan, required)
    case .restrictPath(let path, let restriction):
      let input = try map(plan.input, required.union([path]))
      return RestrictPath(input: input, path: place(path, input.layout), restriction: restriction)
    case .assemblePath(let path): return try mapPath(path, plan, required)
    case .distinctRelationships(let pairs):
      let names = pairs.flatMap { [$0.first, $0.second] }
      let input = try map(plan.input, required.union(names))
      return DistinctRelationships(
        input: input, pairs: pairs.map { (place($0.first, input.layout), place($0.second, input.layout)) })
    case .apply(let apply): return try mapApply(apply, plan, required)
    case .countRelationships(let count): return try mapCount(count, plan, required)
    case .countMatches(let count):
      return CountMatches(
        layout: RowLayout(count.columns), pattern: try compile(count.pattern),
        breaksSymmetries: optimizer.isEnabled(named: BreakSymmetries.name),
        followsFunctions: optimizer.isEnabled(named: FollowFunctions.name))
    default: preconditionFailure("patterns are solved before operators are made")
    }
  }

  private func mapScan(_ scan: NodeScan, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let values = scan.access.expressions
    let input = try map(plan.input, required.subtracting([scan.variable]).union(mentioned(values)))
    let output = output(input.layout, required, adding: [.init(name: scan.variable, kind: .node)])
    let compiled = try compile(values, input.layout)
    let target: NodeSeek.Target
    switch scan.access {
    case .allNodes where !scan.conditions.isEmpty: return try mapTestingScan(scan, label: nil)
    case .label(let label) where !scan.conditions.isEmpty: return try mapTestingScan(scan, label: label)
    case .allNodes, .label, .anyLabel:
      return NodeByLabelScan(layout: output.layout, input: input, kept: output.kept, labels: scan.access.scannedLabels)
    case .indexSeek(let label, let keys, _): target = .equal(label: label, keys: keys, values: compiled)
    case .indexStrings(let label, let key, let match, _):
      target = .strings(label: label, key: key, match: match, value: compiled[0])
    case .identity: target = .identity(compiled[0])
    case .indexRange(let label, let key, let lower, let upper):
      let least = lower.map { NodeSeek.Bound(value: compiled[0], isInclusive: $0.isInclusive) }
      let greatest = upper.map { NodeSeek.Bound(value: compiled[compiled.count - 1], isInclusive: $0.isInclusive) }
      target = .range(label: label, key: key, lower: least, upper: greatest)
    }
    return NodeSeek(layout: output.layout, input: input, kept: output.kept, target: target)
  }

  private func mapSeek(_ seek: RelationshipSeek, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let input = try map(plan.input, required.subtracting([seek.variable]).union(mentioned(seek.values)))
    let output = output(input.layout, required, adding: [.init(name: seek.variable, kind: .relationship)])
    return RelationshipIndexSeek(
      layout: output.layout, input: input, kept: output.kept, type: seek.type, keys: seek.keys,
      values: try compile(seek.values, input.layout))
  }

  private func mapTestingScan(_ scan: NodeScan, label: String?) throws(CypherError) -> Operator {
    let layout = RowLayout([.init(name: scan.variable, kind: .node)])
    return TestingScan(
      layout: layout, source: .nodes(label: label), tests: try compile(scan.conditions.tests, layout),
      order: scan.conditions.order)
  }

  private func compile(_ tests: [PropertyTest], _ layout: RowLayout) throws(CypherError) -> [TestingScan.Test] {
    let compiler = compiler(layout)
    var compiled: [TestingScan.Test] = []
    for test in tests {
      let question: TestingScan.Test.Question
      switch test.question {
      case .compared(let comparison, let value): question = .compared(comparison.relation, try compiler.compile(value))
      case .among(let list): question = .among(try compiler.compile(list))
      case .isNull: question = .isNull
      case .isNotNull: question = .isNotNull
      }
      let predicate = try compiler.compilePredicate(test.predicate)
      compiled.append(TestingScan.Test(key: test.key, question: question, predicate: predicate))
    }
    return compiled
  }

  private func mapRelationshipScan(_ scan: RelationshipScan, _ required: Set<String>) throws(CypherError) -> Operator {
    let required = scan.conditions.isEmpty ? required : required.union([scan.relationship])
    let shape = RelationshipByTypeScan.Shape(
      givesRelationship: required.contains(scan.relationship), givesSource: required.contains(scan.source),
      givesTarget: required.contains(scan.target), isReversed: scan.isReversed)
    let own: [RowLayout.Column] = shape.givesRelationship ? [.init(name: scan.relationship, kind: .relationship)] : []
    let ends: [RowLayout.Column] = scan.ends.filter { required.contains($0) }.map { .init(name: $0, kind: .node) }
    let layout = RowLayout(own + ends)
    guard !scan.conditions.isEmpty else { return RelationshipByTypeScan(layout: layout, types: scan.types, shape: shape) }
    return TestingScan(
      layout: layout, source: .relationships(scan.types), shape: shape, tests: try compile(scan.conditions.tests, layout),
      order: scan.conditions.order)
  }

  private func mapExpand(_ expand: Expand, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let givesRelationships = required.contains(expand.relationship)
    var below = required.subtracting([expand.relationship])
    if !expand.isInto { below.remove(expand.to) }
    let input = try map(plan.input, below.union(expand.isInto ? [expand.from, expand.to] : [expand.from]))
    var added: [RowLayout.Column] = []
    if givesRelationships { added.append(.init(name: expand.relationship, kind: .relationship)) }
    let from = place(expand.from, input.layout)
    if expand.isInto {
      let output = output(input.layout, required, adding: added)
      return ExpandInto(
        layout: output.layout, input: input, kept: output.kept, from: from, to: place(expand.to, input.layout),
        types: expand.types, direction: expand.direction, givesRelationships: givesRelationships)
    }
    let givesNeighbours = required.contains(expand.to)
    if givesNeighbours { added.append(.init(name: expand.to, kind: .node)) }
    let output = output(input.layout, required, adding: added)
    return ExpandAll(
      layout: output.layout, input: input, kept: output.kept, from: from, types: expand.types, direction: expand.direction,
      givesRelationships: givesRelationships, givesNeighbours: givesNeighbours)
  }

  private func mapVarLengthExpand(
    _ expand: VarLengthExpand, _ plan: LogicalPlan, _ required: Set<String>
  ) throws(CypherError) -> Operator {
    var below = required.subtracting([expand.relationships])
    if !expand.isInto { below.remove(expand.to) }
    below.formUnion((expand.chain.each?.readVariables ?? []).union([expand.from]))
    if expand.isInto { below.insert(expand.to) }
    let input = try map(plan.input, below)
    let from = place(expand.from, input.layout)
    if expand.findsDistinctEnds {
      let output = output(input.layout, required, adding: [.init(name: expand.to, kind: .node)])
      if expand.mergesStarts && output.kept.isEmpty {
        return MultiSourceExpand(layout: output.layout, input: input, from: from, chain: expand.chain)
      }
      return DistinctEndsExpand(layout: output.layout, input: input, kept: output.kept, from: from, chain: expand.chain)
    }
    var added: [RowLayout.Column] = []
    let givesRelationships = required.contains(expand.relationships)
    if givesRelationships { added.append(.init(name: expand.relationships)) }
    let givesEnds = !expand.isInto && required.contains(expand.to)
    if givesEnds { added.append(.init(name: expand.to, kind: .node)) }
    let output = output(input.layout, required, adding: added)
    let shape = VarLengthExpandAll.Shape(
      from: from, boundEnd: expand.isInto ? place(expand.to, input.layout) : nil, chain: expand.chain,
      listsBackwards: expand.listsBackwards, givesRelationships: givesRelationships, givesEnds: givesEnds,
      heedsEndDistances: expand.heedsEndDistances)
    var check: RowConditions?
    if let each = expand.chain.each {
      check = try conditions(each.conditions, input.layout, on: [.init(name: each.variable, kind: .relationship)])
    }
    return VarLengthExpandAll(layout: output.layout, input: input, kept: output.kept, shape: shape, check: check)
  }

  private func mapEnds(_ ends: RelationshipEnds, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    var below = required.union([ends.relationship])
    if ends.isFromBound { below.insert(ends.from) } else { below.remove(ends.from) }
    if ends.isToBound { below.insert(ends.to) } else { below.remove(ends.to) }
    let input = try map(plan.input, below)
    let isLoop = ends.from == ends.to
    var added: [RowLayout.Column] = []
    if !ends.isFromBound { added.append(.init(name: ends.from, kind: .node)) }
    if !ends.isToBound && !isLoop { added.append(.init(name: ends.to, kind: .node)) }
    let output = output(input.layout, required, adding: added)
    let shape = TakeRelationshipEnds.Shape(
      relationship: place(ends.relationship, input.layout), chain: ends.chain,
      boundFrom: ends.isFromBound ? place(ends.from, input.layout) : nil,
      boundTo: ends.isToBound ? place(ends.to, input.layout) : nil, isLoop: isLoop)
    return TakeRelationshipEnds(layout: output.layout, input: input, kept: output.kept, shape: shape)
  }

  private func mapPath(_ path: PathAssembly, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    guard required.contains(path.variable) else { return try map(plan.input, required) }
    let names = [path.start] + path.steps.flatMap { [$0.relationship, $0.node] }
    let input = try map(plan.input, required.subtracting([path.variable]).union(names))
    let output = output(input.layout, required, adding: [.init(name: path.variable, kind: .path)])
    return AssemblePath(
      layout: output.layout, input: input, kept: output.kept, start: place(path.start, input.layout),
      steps: path.steps.map { .init(relationship: place($0.relationship, input.layout), node: place($0.node, input.layout)) })
  }

  private func mapCount(
    _ count: RelationshipCount, _ plan: LogicalPlan, _ required: Set<String>
  ) throws(CypherError) -> Operator {
    let input = try map(plan.input, required.subtracting([count.variable]).union([count.node]))
    let output = output(input.layout, required, adding: [.init(name: count.variable)])
    return CountRelationships(
      layout: output.layout, input: input, kept: output.kept, node: place(count.node, input.layout), types: count.types,
      direction: count.direction)
  }
}

extension ComparisonOperator {
  fileprivate var relation: ColumnTest.Relation {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }
}

extension NodeScan.Access {
  /// What is looked up, in the order of the bounds.
  var expressions: [Expression] {
    switch self {
    case .allNodes, .label, .anyLabel: []
    case .indexSeek(_, _, let values): values
    case .indexStrings(_, _, _, let value), .identity(let value): [value]
    case .indexRange(_, _, let lower, let upper): [lower, upper].compactMap { $0?.value }
    }
  }

  /// The labels whose nodes a scan gives, nil where it gives all.
  fileprivate var scannedLabels: [String]? {
    switch self {
    case .label(let label): [label]
    case .anyLabel(let labels): labels
    case .allNodes, .indexSeek, .indexRange, .indexStrings, .identity: nil
    }
  }
}
