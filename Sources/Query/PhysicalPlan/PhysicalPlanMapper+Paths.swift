import Cypher
import Graph

/// Repeated parts of paths, and searches for the shortest ones.
extension PhysicalPlanMapper {
  /// One repetition, ready to be walked from many nodes.
  private struct MappedHop {
    /// Nil where the graph's adjacency is read instead of running a plan.
    var inner: (plan: Operator, argument: Argument)?
    var adjacency: HopTable.AdjacentHop?
    /// The variable of the node that a repetition is walked from.
    var near: String
    var repetition: PathRepetition
    var isBackwards: Bool

    /// The variables of the rows outside that it reads.
    var outerNames: Set<String> { Set(inner?.argument.layout.names ?? []).subtracting([near]) }
  }

  private func mapHop(
    _ repetition: PathRepetition, _ plan: LogicalPlan, isBackwards: Bool, readsAdjacency: Bool
  ) throws(CypherError) -> MappedHop {
    let near = isBackwards ? repetition.nodes[repetition.nodes.count - 1] : repetition.nodes[0]
    var hop = MappedHop(near: near, repetition: repetition, isBackwards: isBackwards)
    if readsAdjacency, let expand = plan.bareExpand {
      hop.adjacency = HopTable.AdjacentHop(types: expand.types, direction: expand.direction)
      return hop
    }
    let (inner, arguments) = try mapInner(plan, Set(repetition.variables))
    precondition(arguments.count == 1, "a repetition takes in its rows at one place")
    hop.inner = (inner, arguments[0])
    return hop
  }

  private func table(_ hop: MappedHop, _ outer: RowLayout) -> HopTable {
    if let adjacency = hop.adjacency { return HopTable(.adjacency(adjacency)) }
    guard let inner = hop.inner else { preconditionFailure("a repetition is read from the graph or made by a plan") }
    let layout = inner.plan.layout
    var relationships = hop.repetition.relationships
    var nodes = hop.repetition.nodes
    if hop.isBackwards {
      relationships.reverse()
      nodes.reverse()
    }
    return HopTable(
      .plan(
        HopTable.InnerPlan(
          plan: inner.plan, argument: inner.argument, near: place(hop.near, layout),
          relationshipColumns: relationships.map { place($0, layout) }, nodeColumns: nodes.dropFirst().map { place($0, layout) },
          outerColumns: inner.argument.layout.names.map { $0 == hop.near ? nil : place($0, outer) })))
  }

  /// The conditions, compiled for rows of `layout` followed by columns of their own.
  func conditions(
    _ expressions: [Expression], _ layout: RowLayout, on own: [RowLayout.Column]
  ) throws(CypherError) -> RowConditions? {
    if expressions.isEmpty { return nil }
    var extended = layout
    for column in own { extended.append(column.name, kind: column.kind) }
    let compiler = compiler(extended)
    var compiled: [any CompiledPredicate] = []
    for expression in expressions { compiled.append(try compiler.compilePredicate(expression)) }
    return RowConditions(compiled, layout: layout, mentioned: mentioned(expressions))
  }

  // MARK: - Repetitions

  func mapRepeatedPath(
    _ path: RepeatedPath, _ plan: LogicalPlan, _ required: Set<String>
  ) throws(CypherError) -> Operator {
    let hop = try mapHop(path.repetition, plan.inputs[1], isBackwards: path.isBackwards, readsAdjacency: path.readsAdjacency)
    let wanted = path.newColumns.filter { required.contains($0.name) }
    var below = required.subtracting(path.newColumns.map(\.name)).union(hop.outerNames).union([path.from])
    if path.isInto { below.insert(path.to) }
    let input = try map(plan.input, below)
    let output = output(input.layout, required, adding: wanted)
    let columns = wanted.map { column -> PathColumn in
      if column.name == path.to { return .end }
      if column.name == path.relationships { return .allRelationships }
      return .list(column.name, of: path.repetition, hop: 0)
    }
    let reader = PathColumnReader(
      tables: [table(hop, input.layout)], flippedTable: nil, isBackwards: path.isBackwards, columns: columns)
    let shape = RepeatPath.Shape(
      from: place(path.from, input.layout), boundEnd: path.isInto ? place(path.to, input.layout) : nil,
      minimum: path.repetition.bounds.minimum, maximum: path.repetition.bounds.maximum, restriction: path.restriction)
    return RepeatPath(
      layout: output.layout, input: input, inner: hop.inner?.plan, kept: output.kept, shape: shape, reader: reader)
  }

  // MARK: - Searches

  func mapSearch(_ search: PathSearch, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    var hops: [MappedHop] = []
    for (index, hop) in search.hops.enumerated() {
      hops.append(
        try mapHop(hop.repetition, plan.inputs[index + 1], isBackwards: search.isBackwards, readsAdjacency: search.readsAdjacency)
      )
    }
    var flipped: MappedHop?
    if search.isBidirectional, let last = plan.inputs.last {
      flipped = try mapHop(
        search.hops[0].repetition, last, isBackwards: !search.isBackwards, readsAdjacency: search.readsAdjacency)
    }
    let new = search.newColumns
    let asked = search.conditions + search.nodeConditions.flatMap { $0 }
    var below = required.subtracting(new.map(\.name)).union(mentioned(asked).subtracting(new.map(\.name))).union([search.near])
    for hop in hops + [flipped].compactMap({ $0 }) { below.formUnion(hop.outerNames) }
    if search.isInto { below.insert(search.far) }
    let input = try map(plan.input, below.intersection(plan.input.columns.map(\.name)))
    let wanted = new.filter { required.contains($0.name) }
    let output = output(input.layout, required, adding: wanted)
    var tables = hops.map { table($0, input.layout) }
    if search.isBackwards { tables.reverse() }
    let mentioned = mentioned(search.conditions)
    let judged = new.filter { mentioned.contains($0.name) }
    let reader = PathColumnReader(
      tables: tables, flippedTable: flipped.map { table($0, input.layout) }, isBackwards: search.isBackwards,
      columns: wanted.map { search.pathColumn($0.name) })
    let conditionReader = PathColumnReader(
      tables: tables, flippedTable: nil, isBackwards: search.isBackwards, columns: judged.map { search.pathColumn($0.name) })
    return SearchPaths(
      layout: output.layout, input: input, inner: (hops + [flipped].compactMap { $0 }).compactMap(\.inner?.plan),
      kept: output.kept,
      shape: try shape(of: search, tables, input.layout), reader: reader,
      conditions: try conditions(search.conditions, input.layout, on: judged), conditionReader: conditionReader)
  }

  private func shape(
    of search: PathSearch, _ tables: [HopTable], _ layout: RowLayout
  ) throws(CypherError) -> SearchPaths.Shape {
    var hops: [PathLayers.Hop] = []
    for (index, table) in tables.enumerated() {
      let hop = search.isBackwards ? tables.count - 1 - index : index
      let node = search.isBackwards ? hop : hop + 1
      let conditions = try conditions(
        search.nodeConditions[node], layout, on: [.init(name: search.nodes[node], kind: .node)])
      let bounds = search.hops[hop].repetition.bounds
      hops.append(PathLayers.Hop(table: table, minimum: bounds.minimum, maximum: bounds.maximum, conditions: conditions))
    }
    let count: Expression
    let countsLengths: Bool
    switch search.selection {
    case .paths(let number): (count, countsLengths) = (number, false)
    case .groups(let number): (count, countsLengths) = (number, true)
    }
    return SearchPaths.Shape(
      near: place(search.near, layout), far: search.isInto ? place(search.far, layout) : nil, hops: hops,
      restriction: search.restriction,
      count: RowCountExpression(
        clause: "SHORTEST", expression: try compiler(RowLayout()).compile(count), span: count.span),
      countsLengths: countsLengths, leavesOutLoops: search.leavesOutLoops)
  }
}

extension PathColumn {
  /// The list that a variable of a repetition stands for.
  fileprivate static func list(_ name: String, of repetition: PathRepetition, hop: Int) -> PathColumn {
    if let index = repetition.relationships.firstIndex(of: name) { return .relationshipList(hop: hop, index: index) }
    if let index = repetition.nodes.firstIndex(of: name) { return .nodeList(hop: hop, index: index) }
    return .pathList(hop: hop)
  }
}

extension PathSearch {
  /// What a variable says of a path that was found.
  fileprivate func pathColumn(_ name: String) -> PathColumn {
    if name == path { return .path }
    if name == far { return .end }
    if let index = nodes.firstIndex(of: name) { return .node(behind: index) }
    for (index, hop) in hops.enumerated() {
      if hop.bindsLists {
        if hop.repetition.listColumns.contains(where: { $0.name == name }) { return .list(name, of: hop.repetition, hop: index) }
      } else if hop.repetition.relationships[0] == name {
        return .relationship(hop: index)
      }
    }
    preconditionFailure("a search binds nothing called \(name)")
  }
}
