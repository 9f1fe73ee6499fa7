import Cypher
import Graph
import GraphStorage

/// The name and the details of a step as EXPLAIN shows them.
enum StepText {
  static func describe(_ step: LogicalPlan.Step) -> (name: String, details: String) {
    switch step {
    case .argument(let columns): ("Argument", list(columns.map(\.name)))
    case .match: ("Match", "")
    case .countMatches(let count): describe(count.pattern)
    case .nodeScan(let scan): describe(scan)
    case .relationshipSeek(let seek):
      ("RelationshipIndexSeek", "-[\(variable(seek.variable)):\(seek.type) {\(properties(seek.keys, seek.values))}]-")
    case .relationshipScan(let scan): describe(scan)
    case .expand(let expand):
      (
        expand.isInto ? "ExpandInto" : "ExpandAll",
        node(expand.from) + arrow(expand.relationship, expand.types, expand.direction, "") + node(expand.to)
      )
    case .varLengthExpand(let expand): describe(expand)
    case .relationshipEnds(let ends):
      ("RelationshipEnds", node(ends.from) + arrow(ends.relationship, ends.chain.types, ends.chain.direction, "") + node(ends.to))
    case .repeatPath(let path):
      (
        path.isInto ? "RepeatPathInto" : "RepeatPath",
        node(path.from) + " " + repetition(path.repetition) + " " + node(path.to)
      )
    case .searchPaths(let search): describe(search)
    case .restrictPath(let path, let restriction):
      ("RestrictPath", "\(restriction.nodes == .once ? "ACYCLIC" : "SIMPLE") \(variable(path))")
    case .assemblePath(let path): ("AssemblePath", path.variable)
    case .distinctRelationships(let pairs):
      ("DistinctRelationships", list(pairs.map { "\(variable($0.first)) <> \(variable($0.second))" }))
    case .apply(let apply):
      switch apply.kind {
      case .rows: ("Apply", "")
      case .optional: ("OptionalApply", "")
      case .unit: ("UnitApply", "")
      }
    case .countRelationships(let count): ("CountRelationships", arrow("", count.types, count.direction, ""))
    case .filter, .project, .aggregate, .distinct, .sort, .skip, .limit, .top, .rowsOfEach, .gather, .unwind, .hashJoin, .union,
      .procedureCall,
      .show, .loadCSV, .feed:
      describeRows(step)
    case .create, .merge, .set, .remove, .delete, .eager, .emptyResult: describeUpdate(step)
    }
  }

  private static func describeRows(_ step: LogicalPlan.Step) -> (name: String, details: String) {
    switch step {
    case .filter(let predicates): ("Filter", predicates.map(text).joined(separator: " AND "))
    case .project(let projection):
      (
        "Project",
        list(
          projection.kept.filter { !$0.hasPrefix(" ") } + projection.items.map { "\(text($0.expression)) AS \($0.name)" })
      )
    case .aggregate(let aggregation):
      (
        "Aggregate",
        list((aggregation.keys + aggregation.aggregates).map { text($0.expression) })
          + (aggregation.summary == nil ? "" : " FROM THE ENDS OF COLUMNS") + along(aggregation.along)
      )
    case .distinct(let name): ("Distinct", along(name))
    case .sort(let keys): ("Sort", list(keys.map(text)))
    case .top(let keys, let skip, let limit):
      ("Top", "\(text(limit)) by \(list(keys.map(text)))" + (skip.map { " after \(text($0))" } ?? ""))
    case .rowsOfEach(let rows): ("RowsOfEachRow", describe(rows))
    case .gather: ("Gather", "")
    case .skip(let count): ("Skip", text(count))
    case .limit(let count): ("Limit", text(count))
    case .loadCSV(let load): ("LoadCSV", "\(text(load.source)) AS \(load.variable.text)")
    case .unwind(let unwinding):
      ("Unwind", "\(text(unwinding.list)) AS \(list([unwinding.variable, unwinding.position].compactMap { $0 }))")
    case .hashJoin(let keys): ("HashJoin", list(keys.map { "\(text($0.left)) = \(text($0.right))" }))
    case .union: ("Union", "")
    case .feed: ("Feed", "")
    case .procedureCall(let call): ("CallProcedure", call.name)
    case .show(let table): ("Show", table.subject.rawValue)
    default: ("", "")
    }
  }

  private static func describe(_ rows: RowsOfEach) -> String {
    let order = rows.keys.isEmpty ? "" : " by \(list(rows.keys.map(text)))"
    return (rows.limit.map(text) ?? "all") + (rows.skip.map { " after \(text($0))" } ?? "") + order
  }

  private static func along(_ name: String?) -> String { name.map { " ALONG \(node($0))" } ?? "" }

  private static func describeUpdate(_ step: LogicalPlan.Step) -> (name: String, details: String) {
    switch step {
    case .create(let pattern):
      ("Create", list(pattern.nodes.map { node($0.variable) } + pattern.relationships.map { "[\($0.type.text)]" }))
    case .merge(let merge): ("Merge", list(merge.newColumns.map { variable($0.name) }.filter { !$0.isEmpty }))
    case .set(let items): ("SetProperties", list(items.flatMap(\.expressions).map(text)))
    case .remove(let items): ("RemoveProperties", list(items.map { text($0.owner) }))
    case .delete(let targets, let detach): (detach ? "DetachDelete" : "Delete", list(targets.map(text)))
    case .eager: ("Eager", "")
    default: ("EmptyResult", "")
    }
  }

  // MARK: - The graph

  private static func describe(_ pattern: CountedPattern) -> (name: String, details: String) {
    (pattern.isAcyclic ? "CountByPassing" : "CountByIntersection", MatchCountText(pattern).text)
  }

  private static func describe(_ scan: NodeScan) -> (name: String, details: String) {
    switch scan.access {
    case .allNodes: return ("AllNodesScan", node(scan.variable) + text(scan.conditions))
    case .label(let label):
      return ("NodeByLabelScan", "(\(variable(scan.variable)):\(label))" + text(scan.conditions))
    case .anyLabel(let labels): return ("NodeByLabelScan", "(\(variable(scan.variable)):\(labels.joined(separator: "|")))")
    case .indexSeek(let label, let keys, let values):
      return ("NodeIndexSeek", "(\(variable(scan.variable)):\(label) {\(properties(keys, values))})")
    case .indexStrings(let label, let key, let match, let value):
      return ("NodeIndexStrings", "(\(variable(scan.variable)):\(label)) \(key) \(match.keywords) \(text(value))")
    case .indexRange(let label, let key, let lower, let upper):
      let bounds =
        (lower.map { [" \($0.isInclusive ? ">=" : ">") \(text($0.value))"] } ?? [])
        + (upper.map { [" \($0.isInclusive ? "<=" : "<") \(text($0.value))"] } ?? [])
      return ("NodeIndexRange", "(\(variable(scan.variable)):\(label)) \(key)\(bounds.joined(separator: " AND"))")
    case .identity(let value): return ("NodeByIdSeek", "id(\(variable(scan.variable))) = \(text(value))")
    }
  }

  private static func properties(_ keys: [String], _ values: [Expression]) -> String {
    list(zip(keys, values).map { "\($0): \(text($1))" })
  }

  private static func describe(_ scan: RelationshipScan) -> (name: String, details: String) {
    let arrow = arrow(scan.relationship, scan.types, scan.isReversed ? .incoming : .outgoing, "")
    let pattern = node(scan.ends[0]) + arrow + node(scan.ends[1])
    return (scan.types.areAll ? "AllRelationshipsScan" : "RelationshipByTypeScan", pattern + text(scan.conditions))
  }

  private static func text(_ conditions: ScanConditions) -> String {
    let tests = conditions.tests.map { text($0.predicate) }.joined(separator: " AND ")
    let order = conditions.order.map { " UP TO THE LAST ROW WANTED BY \($0.key)\($0.isDescending ? " DESC" : "")" } ?? ""
    return (tests.isEmpty ? "" : " WHERE " + tests) + order
  }

  private static func describe(_ expand: VarLengthExpand) -> (name: String, details: String) {
    let isPruning = expand.findsDistinctEnds || expand.heedsEndDistances
    let name =
      (isPruning ? "Pruning" : "")
      + (expand.isInto ? "VarLengthExpandInto" : isPruning ? "VarLengthExpand" : "VarLengthExpandAll")
    let chain = expand.chain
    let arrow = arrow(expand.relationships, chain.types, chain.direction, range(chain.bounds), chain.each)
    return (name, node(expand.from) + arrow + node(expand.to) + (expand.mergesStarts ? " FROM ALL STARTS AT ONCE" : ""))
  }

  private static func describe(_ search: PathSearch) -> (name: String, details: String) {
    let name = search.isBidirectional ? "SearchPathsFromBothEnds" : search.isInto ? "SearchPathsInto" : "SearchPaths"
    let selection =
      switch search.selection {
      case .paths(let count): "SHORTEST \(text(count)) "
      case .groups(let count): "SHORTEST \(text(count)) GROUPS "
      }
    var details = selection + node(search.start)
    for (index, hop) in search.hops.enumerated() {
      details += " " + repetition(hop.repetition) + " " + node(search.nodes[index + 1])
    }
    let conditions = search.conditions.isEmpty ? "" : " WHERE " + search.conditions.map(text).joined(separator: " AND ")
    return (name, details + conditions + (search.readsAdjacency ? " BY ADJACENCY" : ""))
  }

  /// One repetition as a pattern, and how often it may be walked; its conditions are shown where they are checked.
  private static func repetition(_ repetition: PathRepetition) -> String {
    var details = node(repetition.nodes[0])
    for (index, name) in repetition.relationships.enumerated() {
      guard let link = repetition.pattern.links.first(where: { $0.variable == name }), case .chain(let chain) = link.body
      else { continue }
      details += arrow(name, chain.types, chain.direction, "") + node(repetition.nodes[index + 1])
    }
    let bounds = repetition.bounds
    return "(\(details)){\(bounds.minimum),\(bounds.maximum.map { "\($0)" } ?? "")}"
  }

  static func node(_ name: String) -> String { "(\(variable(name)))" }

  /// Elements that the query does not name have no name here either.
  static func variable(_ name: String) -> String { name.hasPrefix(" ") ? "" : name }

  static func arrow(
    _ name: String, _ types: RelationshipTypes, _ direction: Direction, _ length: String, _ each: EachRelationship? = nil
  ) -> String {
    let conditions = each.map { " WHERE " + $0.conditions.map(text).joined(separator: " AND ") } ?? ""
    let inside = "[\(variable(name))\(types.text)\(length)\(conditions)]"
    switch direction {
    case .outgoing: return "-\(inside)->"
    case .incoming: return "<-\(inside)-"
    case .both: return "-\(inside)-"
    }
  }

  private static func range(_ length: PathQuantifier) -> String {
    "*\(length.minimum)..\(length.maximum.map { "\($0)" } ?? "")"
  }

  // MARK: - Expressions

  private static func text(_ key: SortKey) -> String {
    let direction = key.isDescending ? " DESC" : ""
    let nulls = key.placesNullsFirst == key.isDescending ? "" : key.placesNullsFirst ? " NULLS FIRST" : " NULLS LAST"
    return text(key.expression) + direction + nulls
  }

  private static func text(_ expression: Expression) -> String { ExpressionText.render(expression) }
  private static func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }
}

extension StringMatch {
  /// The operator of the language.
  fileprivate var keywords: String {
    switch self {
    case .startsWith: "STARTS WITH"
    case .contains: "CONTAINS"
    case .endsWith: "ENDS WITH"
    }
  }
}
