import Cypher
import Graph

/// What a query asks for: a tree of steps, each of which turns the rows of its inputs into rows of its own.
///
/// `inputs[0]` is where a step's rows come from. A step with a second input runs it over its own rows: there, an `argument` leaf
/// stands for the rows handed in. The builder makes plans, the optimiser's rules rewrite them, the mapper turns them into
/// operators.
struct LogicalPlan: Sendable {
  var step: Step
  var inputs: [LogicalPlan]
  /// How many rows the step is expected to give in all; set by `Cardinality`.
  var estimatedRows: Double = 1

  init(_ step: Step, _ inputs: LogicalPlan...) {
    self.step = step
    self.inputs = inputs
  }

  init(_ step: Step, inputs: [LogicalPlan]) {
    self.step = step
    self.inputs = inputs
  }

  /// One row without columns: where every query begins.
  static let unit = LogicalPlan(.argument([]))

  enum Step: Sendable {
    // Leaves
    /// The rows handed in from outside, with these columns.
    case argument([RowLayout.Column])

    // Reading the graph
    /// A pattern in no order yet: the `solvePatterns` stage turns it into scans and expands.
    case match(PatternGraph)
    /// A pattern that is counted, not enumerated.
    case countMatches(MatchCount)
    case nodeScan(NodeScan)
    case relationshipSeek(RelationshipSeek)
    case relationshipScan(RelationshipScan)
    case expand(Expand)
    case varLengthExpand(VarLengthExpand)
    case relationshipEnds(RelationshipEnds)
    /// A repeated part of a path; input 1 is one repetition.
    indirect case repeatPath(RepeatedPath)
    /// The shortest of some paths; the inputs behind the first are repetitions of its hops.
    indirect case searchPaths(PathSearch)
    case assemblePath(PathAssembly)
    /// Keeps rows in which the path of a variable meets no node more often than it may.
    case restrictPath(String, PathRestriction)
    /// How many relationships each node has, as a number; see `RelationshipCount`.
    case countRelationships(RelationshipCount)
    /// Keeps rows in which no relationship occurs twice among the pairs.
    case distinctRelationships([RelationshipPair])
    /// Input 1 runs for each row of input 0.
    case apply(ApplyStep)

    // Rows
    case filter([Expression])
    case project(ProjectionStep)
    case aggregate(Aggregation)
    /// One row of equivalent ones; where `along` is given it is one of their columns, as for `Aggregation.along`.
    case distinct(along: String? = nil)
    case sort([SortKey])
    case skip(Expression)
    case limit(Expression)
    /// The first rows of the order, but for those to skip: `sort`, `skip` and `limit` in one.
    case top([SortKey], skip: Expression?, limit: Expression)
    /// Order, skip and limit among the rows of each row handed in.
    case rowsOfEach(RowsOfEach)
    /// The same rows, which several workers may read in parts.
    case gather
    case unwind(Unwinding)
    /// Every row of input 0 with every row of input 1 whose keys are equal; without keys every pair.
    case hashJoin(keys: [JoinKey])
    /// The rows of all inputs, one after the other; columns stand by name.
    case union
    /// Input 1 runs over all rows of input 0 at once, which it may take in at several places.
    case feed
    case procedureCall(ProcedureStep)
    /// The records of a file as rows.
    case loadCSV(LoadCSV)
    /// Every row of a table that SHOW shows.
    case show(ShowStep)

    // Updating the graph
    case create(CreationPattern)
    case merge(MergeStep)
    case set([SetItem])
    case remove([RemoveItem])
    case delete([Expression], detach: Bool)
    /// Takes in everything before it gives out anything.
    case eager
    /// Takes in everything and gives out nothing.
    case emptyResult
  }
}

extension LogicalPlan.Step {
  /// True if the step changes the graph.
  var updates: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete: true
    case .procedureCall(let call): ProcedureCall.isUpdating(call.name)
    default: false
    }
  }
}

extension LogicalPlan {
  /// The step that the rows come from; the last one is a leaf.
  var input: LogicalPlan {
    get { inputs[0] }
    set { inputs[0] = newValue }
  }

  /// The plan with `transform` applied to every step, leaves first.
  func rewritten(_ transform: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    var copy = self
    copy.inputs = inputs.map { $0.rewritten(transform) }
    return transform(copy)
  }

  /// True if this step or one that it pulls from meets `condition`.
  func contains(where condition: (Step) -> Bool) -> Bool {
    condition(step) || inputs.contains { $0.contains(where: condition) }
  }
}
