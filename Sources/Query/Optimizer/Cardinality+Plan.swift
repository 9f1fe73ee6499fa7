import Cypher
import Graph

extension Cardinality {
  /// The plan with `estimatedRows` filled in at every step.
  func annotated(_ plan: LogicalPlan) -> LogicalPlan {
    var labels: [String: [String]] = [:]
    return annotated(plan, argumentRows: 1, labels: &labels)
  }

  private func annotated(_ plan: LogicalPlan, argumentRows: Double, labels: inout [String: [String]]) -> LogicalPlan {
    var plan = plan
    var rowsBefore = argumentRows
    if !plan.inputs.isEmpty {
      plan.inputs[0] = annotated(plan.inputs[0], argumentRows: argumentRows, labels: &labels)
      rowsBefore = plan.inputs[0].estimatedRows
      let outerRows = plan.step.feedsSecondInput ? rowsBefore : 1
      for index in plan.inputs.indices.dropFirst() {
        plan.inputs[index] = annotated(plan.inputs[index], argumentRows: outerRows, labels: &labels)
      }
    }
    plan.estimatedRows = rows(of: plan, rowsBefore, &labels)
    return plan
  }

  private func rows(of plan: LogicalPlan, _ before: Double, _ labels: inout [String: [String]]) -> Double {
    switch plan.step {
    case .countMatches(let count):
      return count.pattern.root.map { root in
        count.pattern.nodes[root].labels.reduce(nodeCount) { min($0, nodeCount(label: $1)) }
      } ?? 1
    case .nodeScan(let scan):
      let found = before * rows(of: scan, &labels)
      return scan.conditions.tests.reduce(found) { $0 * selectivity(of: $1.predicate, labels: labels) }
    case .relationshipSeek(let seek):
      let index = indexes(type: seek.type).first { $0.keys == seek.keys }
      return before * (index.map { rows(of: $0, onType: seek.type) } ?? 1)
    case .relationshipScan(let scan):
      let ids = scan.types.ids(in: snapshot)
      let found =
        before
        * (ids.map { $0.reduce(0) { $0 + Double(snapshot.relationshipCount($1)) } } ?? Double(snapshot.relationshipCount))
      return scan.conditions.tests.reduce(found) { $0 * selectivity(of: $1.predicate, labels: labels) }
    case .expand(let expand):
      let degree = degree(labels: labels[expand.from] ?? [], types: expand.types, direction: expand.direction)
      return before * (expand.isInto ? degree / max(1, nodeCount) : degree)
    case .varLengthExpand(let expand):
      let ends = chainDegree(labels: labels[expand.from] ?? [], expand.chain)
      return before * (expand.isInto ? ends / max(1, nodeCount) : ends)
    case .repeatPath(let path):
      let ends = chainDegree(degree(of: path.repetition, isForward: !path.isBackwards), path.repetition.bounds)
      return before * (path.isInto ? ends / max(1, nodeCount) : ends)
    case .searchPaths(let search): return before * (search.isInto ? 1 : nodeCount)
    case .filter(let predicates):
      var rows = before
      for predicate in predicates {
        rows *= selectivity(of: predicate, labels: labels)
        if case .hasLabels(let owner, let written) = predicate.kind, case .variable(let name) = owner.kind {
          labels[name, default: []] += written.requiredNames.map(\.text)
        }
      }
      return rows
    case .apply(let apply):
      switch apply.kind {
      case .rows: return plan.inputs[1].estimatedRows
      case .optional: return max(before, plan.inputs[1].estimatedRows)
      case .unit: return before
      }
    case .feed: return plan.inputs[1].estimatedRows
    case .aggregate(let aggregation): return aggregation.keys.isEmpty ? 1 : max(1, before.squareRoot() * 2)
    case .distinct: return before * 0.8
    case .limit(let limit), .top(_, _, let limit):
      if case .integer(let count) = limit.kind { return min(before, Double(count)) }
      return before
    case .unwind: return before * 10
    case .loadCSV: return before * 1000
    case .hashJoin(let keys):
      let pairs = before * plan.inputs[1].estimatedRows
      return keys.isEmpty ? pairs : pairs * 0.05
    case .union: return plan.inputs.reduce(0) { $0 + $1.estimatedRows }
    case .emptyResult: return 0
    default: return before
    }
  }

  private func rows(of scan: NodeScan, _ labels: inout [String: [String]]) -> Double {
    switch scan.access {
    case .allNodes: return nodeCount
    case .identity: return 1
    case .label(let label):
      labels[scan.variable, default: []].append(label)
      return nodeCount(label: label)
    case .anyLabel(let names): return min(nodeCount, names.reduce(0) { $0 + nodeCount(label: $1) })
    case .indexSeek(let label, let keys, _):
      labels[scan.variable, default: []].append(label)
      return keys.reduce(nodeCount(label: label)) { $0 * equalitySelectivity(label: label, key: $1) }
    case .indexRange(let label, _, let lower, let upper):
      labels[scan.variable, default: []].append(label)
      return nodeCount(label: label) * (lower != nil && upper != nil ? 0.1 : 0.3)
    case .indexStrings(let label, _, _, _):
      labels[scan.variable, default: []].append(label)
      return nodeCount(label: label) * Self.stringSelectivity
    }
  }
}

extension LogicalPlan.Step {
  /// True if input 1 runs over the rows of input 0.
  var feedsSecondInput: Bool {
    switch self {
    case .apply, .merge, .feed: true
    default: false
    }
  }
}
