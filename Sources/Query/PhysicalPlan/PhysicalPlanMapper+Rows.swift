import Cypher
import Graph

extension PhysicalPlanMapper {
  func mapRows(_ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    switch plan.step {
    case .filter(let predicates):
      let input = try map(plan.input, required.union(mentioned(predicates)))
      let compiler = compiler(input.layout)
      var compiled: [any CompiledPredicate] = []
      for predicate in predicates { compiled.append(try compiler.compilePredicate(predicate)) }
      return Filter(input: input, predicates: compiled, assured: assured(predicates, of: plan.input, input))
    case .project(let projection): return try mapProject(projection, plan, required)
    case .aggregate(let aggregation): return try mapAggregate(aggregation, plan)
    case .distinct(let along):
      let names = plan.input.columns.map(\.name)
      let input = try map(plan.input, Set(names))
      return Distinct(input: input, keys: names.map { place($0, input.layout) }, node: along.map { place($0, input.layout) })
    case .sort(let keys):
      let input = try map(plan.input, required.union(mentioned(keys.map(\.expression))))
      return Sort(input: input, keys: try compile(keys, input.layout))
    case .top(let keys, let skip, let limit):
      let onceCount = onceExpressions.count
      let input = try map(plan.input, required.union(mentioned(keys.map(\.expression))))
      let compiled = try compile(keys, input.layout)
      shareValues(since: onceCount, with: input)
      return Top(
        input: input, keys: compiled, skip: try rowCount("SKIP", ifGiven: skip), count: try rowCount("LIMIT", limit),
        isAboveUpdate: plan.input.contains(where: \.updates))
    case .rowsOfEach(let rows):
      let input = try map(plan.input, required.union(mentioned(rows.keys.map(\.expression))).union([rows.rowNumber]))
      let number = SortKey(.reference(rows.rowNumber, SourceSpan(0, 0)))
      return RowsOfEachRow(
        input: input, number: place(rows.rowNumber, input.layout),
        keys: rows.keys.isEmpty ? [] : try compile([number] + rows.keys, input.layout),
        skip: try rowCount("SKIP", ifGiven: rows.skip), limit: try rowCount("LIMIT", ifGiven: rows.limit))
    case .gather:
      let onceCount = onceExpressions.count
      let gather = Gather(input: try map(plan.input, required))
      shareValues(since: onceCount, with: gather)
      return gather
    case .skip(let count): return Skip(input: try map(plan.input, required), count: try rowCount("SKIP", count))
    case .limit(let count):
      return Limit(
        input: try map(plan.input, required), count: try rowCount("LIMIT", count),
        isAboveUpdate: plan.input.contains(where: \.updates))
    case .loadCSV(let load): return try mapLoad(load, plan, required)
    case .unwind(let unwinding): return try mapUnwind(unwinding, plan, required)
    case .hashJoin(let keys): return try mapHashJoin(keys, plan, required)
    case .union: return try mapUnion(plan, required)
    case .feed: return try mapFeed(plan, required)
    case .procedureCall(let call):
      guard let procedure = procedures.procedure(named: call.name) else {
        preconditionFailure("a procedure that the plan calls was removed")
      }
      return try mapCall(
        of: procedure, call.arguments, at: call.arguments.first?.span ?? call.span, yielding: call.yields, plan, required)
    case .show(let table):
      let procedure = ShowTable(subject: table.subject, restriction: table.restriction, procedures: procedures).procedure
      return try mapCall(of: procedure, [], at: nil, yielding: table.yields, plan, required)
    default: preconditionFailure("not a step over rows")
    }
  }

  /// The condition by which a seek right below finds its nodes.
  private func assured(
    _ predicates: [Expression], of plan: LogicalPlan, _ made: Operator
  ) -> (seek: NodeSeek, predicate: Int)? {
    guard let seek = made as? NodeSeek, case .nodeScan(let scan) = plan.step,
      case .indexSeek(_, let keys, let values) = scan.access, keys.count == 1
    else { return nil }
    let place = predicates.firstIndex { predicate in
      guard case .comparison(let operands, [.equal]) = predicate.kind else { return false }
      return [(operands[0], operands[1]), (operands[1], operands[0])].contains { property, value in
        guard case .property(let owner, let key) = property.kind else { return false }
        return owner.kind == .variable(scan.variable) && key.text == keys[0] && value == values[0]
      }
    }
    return place.map { (seek, $0) }
  }

  private func mapLoad(_ load: LoadCSV, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let names = [load.variable.text, LoadCSV.lineColumn, LoadCSV.fileColumn]
    let input = try map(plan.input, required.subtracting(names).union(mentioned([load.source])))
    let wanted = names.map { required.contains($0) }
    let added = zip(names, wanted).filter(\.1).map { RowLayout.Column(name: $0.0) }
    let output = output(input.layout, required, adding: added)
    let shape = LoadRows.Shape(
      hasHeaders: load.hasHeaders, separator: load.separator ?? UInt8(ascii: ","), givesRow: wanted[0], givesLine: wanted[1],
      givesFile: wanted[2], span: load.source.span)
    return LoadRows(
      layout: output.layout, input: input, kept: output.kept, source: try compile([load.source], input.layout)[0], shape: shape)
  }

  private func mapProject(
    _ projection: ProjectionStep, _ plan: LogicalPlan, _ required: Set<String>
  ) throws(CypherError) -> Operator {
    let items = projection.items.filter { required.contains($0.name) }
    let kept = projection.kept.filter { required.contains($0) }
    let input = try map(plan.input, mentioned(items.map(\.expression)).union(kept))
    let keptPlaces = kept.map { place($0, input.layout) }
    let added: [RowLayout.Column] = items.map { .init(name: $0.name, kind: input.layout.kind(of: $0.expression)) }
    return Project(
      layout: RowLayout(keptPlaces.map { input.layout.columns[$0] } + added), input: input, kept: keptPlaces,
      expressions: try compile(items.map(\.expression), input.layout))
  }

  private func mapAggregate(_ aggregation: Aggregation, _ plan: LogicalPlan) throws(CypherError) -> Operator {
    let items = aggregation.keys + aggregation.aggregates
    let onceCount = onceExpressions.count
    let others = [aggregation.multiplicity, aggregation.along].compactMap { $0 }
    let argumentCount = arguments.count
    let input = try map(plan.input, mentioned(items.map(\.expression)).union(others))
    var compiled: [CompiledAggregate] = []
    for item in aggregation.aggregates { compiled.append(try compileAggregate(item.expression, input.layout)) }
    var summary: ColumnSummary?
    if let items = aggregation.summary { summary = ColumnSummary(items, of: plan.input) }
    let keyColumns: [RowLayout.Column] = aggregation.keys.map { .init(name: $0.name, kind: input.layout.kind(of: $0.expression)) }
    let keys = try compile(aggregation.keys.map(\.expression), input.layout)
    shareValues(since: onceCount, with: input)
    return Aggregate(
      layout: RowLayout(keyColumns + aggregation.aggregates.map { .init(name: $0.name) }), input: input,
      grouping: Grouping(
        keys: keys, aggregates: compiled, multiplicity: aggregation.multiplicity.map { place($0, input.layout) },
        node: aggregation.along.map { place($0, input.layout) },
        everyRow: aggregation.everyRow.map { _ in arguments[argumentCount] }), summary: summary)
  }

  /// A gather below computes what was compiled since there were `count` values that are computed once, before its workers run.
  private func shareValues(since count: Int, with input: Operator) {
    (input as? Gather)?.valuesForAll = Array(onceExpressions[count...])
  }

  private func compileAggregate(_ expression: Expression, _ layout: RowLayout) throws(CypherError) -> CompiledAggregate {
    guard let function = expression.aggregateFunction else { preconditionFailure("an aggregate was planned that is none") }
    guard case .function(let call) = expression.kind else {
      return CompiledAggregate(function: function, isDistinct: false, arguments: [], span: expression.span)
    }
    return CompiledAggregate(
      function: function, isDistinct: call.isDistinct, arguments: try compile(call.arguments, layout), span: expression.span)
  }

  private func compile(_ keys: [SortKey], _ layout: RowLayout) throws(CypherError) -> [CompiledSortKey] {
    var compiled: [CompiledSortKey] = []
    for key in keys {
      compiled.append(
        CompiledSortKey(
          expression: try compiler(layout).compile(key.expression), isDescending: key.isDescending,
          placesNullsFirst: key.placesNullsFirst))
    }
    return compiled
  }

  func rowCount(_ clause: String, _ expression: Expression) throws(CypherError) -> RowCountExpression {
    RowCountExpression(clause: clause, expression: try compiler(RowLayout()).compile(expression), span: expression.span)
  }

  private func rowCount(_ clause: String, ifGiven expression: Expression?) throws(CypherError) -> RowCountExpression? {
    guard let expression else { return nil }
    return try rowCount(clause, expression)
  }

  private func mapHashJoin(_ keys: [JoinKey], _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let rightNames = Set(plan.inputs[1].columns.map(\.name))
    let left = try map(plan.input, required.subtracting(rightNames).union(mentioned(keys.map(\.left))))
    let right = try map(plan.inputs[1], required.intersection(rightNames).union(mentioned(keys.map(\.right))))
    let rightPlaces = right.layout.columns.indices.filter { required.contains(right.layout.columns[$0].name) }
    let output = output(left.layout, required, adding: rightPlaces.map { right.layout.columns[$0] })
    return HashJoin(
      layout: output.layout, left: left, right: right, kept: output.kept, rightColumns: rightPlaces,
      leftKeys: try compile(keys.map(\.left), left.layout), rightKeys: try compile(keys.map(\.right), right.layout))
  }

  private func mapUnion(_ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let names = plan.columns.map(\.name).filter { required.contains($0) }
    var inputs: [Operator] = []
    for input in plan.inputs { inputs.append(try map(input, Set(names))) }
    return Union(inputs: inputs, places: inputs.map { input in names.map { place($0, input.layout) } })
  }

  private func mapUnwind(_ unwinding: Unwinding, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let new = [unwinding.variable, unwinding.position].compactMap { $0 }
    let list = unwinding.list
    let input = try map(plan.input, required.subtracting(new).union(list.mentionedVariables))
    let output = output(input.layout, required, adding: new.map { .init(name: $0) })
    if unwinding.position == nil, case .function(let call) = list.kind, call.name.text.lowercased() == "range",
      (2...3).contains(call.arguments.count)
    {
      let arguments = try compile(call.arguments, input.layout)
      return UnwindRange(layout: output.layout, input: input, kept: output.kept, arguments: arguments, span: list.span)
    }
    return Unwind(
      layout: output.layout, input: input, kept: output.kept, list: try compile([list], input.layout)[0],
      firstPosition: unwinding.position == nil ? nil : unwinding.firstPosition)
  }

  private func mapCall(
    of procedure: Procedure, _ arguments: [Expression], at span: SourceSpan?,
    yielding yields: [(field: String, variable: String)], _ plan: LogicalPlan, _ required: Set<String>
  ) throws(CypherError) -> Operator {
    let wanted = yields.filter { required.contains($0.variable) }
    let below = required.subtracting(yields.map(\.variable)).union(mentioned(arguments))
    let input = try map(plan.input, below)
    let output = output(input.layout, required, adding: wanted.map { .init(name: $0.variable) })
    let results = wanted.map { yielded in procedure.signature.results.firstIndex { $0.name == yielded.field }! }
    return CallProcedure(
      layout: output.layout, input: input, kept: output.kept, procedure: procedure,
      arguments: try compile(arguments, input.layout), span: span, results: results)
  }
}
