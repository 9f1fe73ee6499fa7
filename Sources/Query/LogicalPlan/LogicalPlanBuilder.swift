import Cypher
import Graph

/// Turns the syntax tree of a query that passed the semantic checks into a `LogicalPlan`, one method a clause.
///
/// The plan is the naive one: clauses in the order of the text, patterns unsolved. Every update stands between two `eager`
/// steps, so that each clause sees exactly the graph that the clause before it left.
struct LogicalPlanBuilder {
  /// What the query is planned for.
  enum Purpose {
    case statement
    /// EXISTS, COUNT, COLLECT: its rows count even where it has no RETURN.
    case expression
    /// CALL { … } and FOREACH.
    case call
  }

  let procedures: ProcedureRegistry
  /// The variables that the next clause may use.
  var scope: [RowLayout.Column]
  /// Columns that every projection keeps: the row number of a subquery, and the variables outside that it can use everywhere.
  let carried: [RowLayout.Column]
  let purpose: Purpose
  let depth: Int
  private let prefix: String
  private var anonymousCount = 0

  /// - Parameters:
  ///   - outer: the columns of the rows handed in, for a subquery; none for a whole statement.
  ///   - carried: those of them that every projection keeps.
  ///   - depth: how many statements and subqueries this one lies in, so that its own names differ from theirs.
  init(
    procedures: ProcedureRegistry, outer: [RowLayout.Column] = [], carried: [RowLayout.Column] = [],
    purpose: Purpose = .statement, depth: Int = 0
  ) {
    self.procedures = procedures
    self.carried = carried
    self.purpose = purpose
    self.depth = depth
    prefix = String(repeating: " ", count: depth + 1)
    scope = outer
  }

  /// The plan of `query` and the names of its result columns; none for a query without RETURN.
  mutating func build(_ query: RegularQuery) throws(CypherError) -> (plan: LogicalPlan, columns: [String]) {
    let argument = LogicalPlan(.argument(scope))
    return try build(query) { part in (argument, part.clauses[...]) }
  }

  /// - Parameter begin: what the rows of a part come from, and the clauses of it that are left to be planned.
  mutating func build(
    _ query: RegularQuery, from begin: (SingleQuery) -> (rows: LogicalPlan, clauses: ArraySlice<Clause>)
  ) throws(CypherError) -> (plan: LogicalPlan, columns: [String]) {
    var built = try buildParts(of: query, from: begin)
    var before = query
    for next in query.continuations {
      let isBarrier = before.partsUpdate || next.partsUpdate
      let rows = isBarrier ? LogicalPlan(.eager, built.plan) : built.plan
      if next.parts.count == 1 {
        built = try buildParts(of: next) { part in (rows, part.clauses[...]) }
      } else {
        let argument = LogicalPlan(.argument(rows.columns))
        built = try buildParts(of: next) { part in (argument, part.clauses[...]) }
        built.plan = LogicalPlan(.feed, rows, built.plan)
      }
      before = next
    }
    return built
  }

  /// The parts of one UNION.
  private mutating func buildParts(
    of query: RegularQuery, from begin: (SingleQuery) -> (rows: LogicalPlan, clauses: ArraySlice<Clause>)
  ) throws(CypherError) -> (plan: LogicalPlan, columns: [String]) {
    var plans: [LogicalPlan] = []
    var columns: [String] = []
    for part in query.parts {
      let (rows, clauses) = begin(part)
      scope = rows.columns
      let built = try build(Array(clauses), from: rows)
      if plans.isEmpty { columns = built.columns }
      plans.append(built.plan)
    }
    guard plans.count > 1 else { return (plans[0], columns) }
    let union = LogicalPlan(.union, inputs: Self.narrowed(plans))
    return (query.unions.contains(.distinct) ? LogicalPlan(.distinct(), union) : union, columns)
  }

  /// The parts of a UNION with the columns that all of them have: what is carried through one need not be through another, as
  /// grouping leaves no row number.
  private static func narrowed(_ parts: [LogicalPlan]) -> [LogicalPlan] {
    let columns = parts.map { $0.columns.map(\.name) }
    let shared = columns.dropFirst().reduce(Set(columns[0])) { $0.intersection($1) }
    return zip(parts, columns).map { part, names in
      let kept = names.filter(shared.contains)
      return kept.count == names.count ? part : LogicalPlan(.project(ProjectionStep(items: [], kept: kept)), part)
    }
  }

  /// The plan of a run of clauses, which may end with RETURN.
  mutating func build(
    _ clauses: [Clause], from start: LogicalPlan
  ) throws(CypherError) -> (plan: LogicalPlan, columns: [String]) {
    var plan = start
    let isWholeStatement = clauses.count == 1 && purpose == .statement
    for (index, clause) in clauses.enumerated() {
      let isAfterUpdate = index > 0 && clauses[index - 1].isUpdating
      if !clause.continues(plan) && (clause.isUpdating || isAfterUpdate) { plan = LogicalPlan(.eager, plan) }
      switch clause.kind {
      case .finish: return (LogicalPlan(.emptyResult, plan), [])
      case .return(let projection): return try addProjection(projection, filter: nil, to: plan)
      case .call(let call) where isWholeStatement: return try addStandaloneCall(call, to: plan)
      case .show(let command) where isWholeStatement:
        return (addShow(command, to: plan), command.yields.map(\.variable.text))
      default: plan = try add(clause, to: plan)
      }
    }
    return (purpose == .expression ? plan : LogicalPlan(.emptyResult, plan), [])
  }

  private mutating func add(_ clause: Clause, to plan: LogicalPlan) throws(CypherError) -> LogicalPlan {
    switch clause.kind {
    case .match(let match): return addMatch(match, to: plan)
    case .unwind(let list, let variable):
      bind(variable.text)
      return LogicalPlan(.unwind(Unwinding(list: list, variable: variable.text)), plan)
    case .with(let projection, let filter): return try addProjection(projection, filter: filter, to: plan).plan
    case .create(let pattern): return addCreate(pattern, to: plan)
    case .merge(let merge): return addMerge(merge, to: plan)
    case .set(let items): return LogicalPlan(.set(items), plan)
    case .remove(let items): return LogicalPlan(.remove(items), plan)
    case .delete(let expressions, let detach): return LogicalPlan(.delete(expressions, detach: detach), plan)
    case .call(let call): return try addCall(call, to: plan)
    case .loadCSV(let load):
      bind(load.variable.text)
      return LogicalPlan(.loadCSV(load), plan)
    case .let, .filter, .for, .order: return addRowClause(clause, to: plan)
    case .show(let command): return addShow(command, to: plan)
    case .subquery(let call): return try addSubquery(call, to: plan)
    case .foreach(let loop): return try addForeach(loop, to: plan)
    case .return, .finish: preconditionFailure("RETURN and FINISH end a query")
    }
  }

  // MARK: - Scope

  mutating func bind(_ name: String, kind: RowLayout.Kind = .any) {
    scope.append(RowLayout.Column(name: name, kind: kind))
  }

  func isBound(_ name: String) -> Bool {
    scope.contains { $0.name == name }
  }

  /// A name for an element without one. It begins with a blank, as no name in a query does, so it is hidden from `*`.
  mutating func freshName(_ stem: String) -> String {
    anonymousCount += 1
    return "\(prefix)\(stem)\(anonymousCount)"
  }
}

extension Clause {
  /// True for a CREATE that can be done in one step with the CREATE that `plan` ends with, because nothing in it reads the graph.
  fileprivate func continues(_ plan: LogicalPlan) -> Bool {
    guard case .create(let pattern) = kind, case .create = plan.step else { return false }
    return pattern.paths.allSatisfy { path in path.expressions.allSatisfy { !$0.readsGraph } }
  }
}

extension RegularQuery {
  /// True if a clause in front of the first NEXT changes the graph.
  fileprivate var partsUpdate: Bool { parts.contains { $0.clauses.contains(where: \.isUpdating) } }
}
