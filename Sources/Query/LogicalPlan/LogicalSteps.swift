import Cypher
import Graph
import GraphStorage

// What the steps of a `LogicalPlan` carry.

/// Binds a node variable: for each row of the input, once to each node that qualifies.
struct NodeScan: Sendable {
  enum Access: Sendable {
    case allNodes
    case label(String)
    /// Nodes with at least one of the labels.
    case anyLabel([String])
    /// Nodes with the label whose properties equal the values, found in an index over these keys.
    case indexSeek(label: String, keys: [String], values: [Expression])
    /// Nodes with the label whose property lies between the bounds, found in an index.
    case indexRange(label: String, key: String, lower: PropertyBound?, upper: PropertyBound?)
    /// Nodes with the label whose string has the value at its beginning, inside or at its end, found in an index.
    case indexStrings(label: String, key: String, match: StringMatch, value: Expression)
    /// The node with this internal id.
    case identity(Expression)
  }

  var variable: String
  var access: Access
  /// What the scan itself asks of the nodes, where their properties are stored.
  var conditions = ScanConditions()
  /// True where the rows of one node must come together, because something is finished node by node.
  var keepsRowsTogether = false
}

/// Conditions on properties that a scan asks of what it gives, where the values are stored.
struct ScanConditions: Sendable {
  /// Conditions on one property of the scanned variable each.
  var tests: [PropertyTest] = []
  /// The property by which the first rows are looked for, further up: what comes too late for them need not be given.
  var order: ScanOrder?

  var isEmpty: Bool { tests.isEmpty && order == nil }
}

struct PropertyTest: Sendable {
  /// What is asked; the expressions mention no variable.
  enum Question: Sendable {
    case compared(ComparisonOperator, Expression)
    case among(Expression)
    case isNull
    case isNotNull
  }

  var key: String
  var question: Question
  /// The whole condition.
  var predicate: Expression
}

struct ScanOrder: Sendable {
  var key: String
  var isDescending: Bool
  var placesNullsFirst: Bool
}

/// Binds a relationship variable: for each row of the input, once to each relationship of the type whose properties equal the
/// values, found in an index over these keys.
struct RelationshipSeek: Sendable {
  var variable: String
  var type: String
  var keys: [String]
  var values: [Expression]
}

struct PropertyBound: Sendable {
  var value: Expression
  var isInclusive: Bool
}

/// Binds a relationship variable and those of both ends: once to each relationship of some types.
struct RelationshipScan: Sendable {
  var relationship: String
  var types: RelationshipTypes
  var source: String
  var target: String
  /// True where the pattern goes from target to source.
  var isReversed: Bool
  /// What the scan itself asks of the relationships, where their properties are stored.
  var conditions = ScanConditions()
}

/// Follows one relationship from a bound node.
struct Expand: Sendable {
  var from: String
  var relationship: String
  var types: RelationshipTypes
  var direction: Direction
  var to: String
  /// True where `to` is bound already, so that only the relationships between the two are wanted.
  var isInto: Bool
}

/// Follows a chain of relationships from a bound node.
struct VarLengthExpand: Sendable {
  var from: String
  /// Bound to the list of the relationships walked.
  var relationships: String
  /// As it is seen from `from`.
  var chain: RelationshipChain
  var to: String
  var isInto: Bool
  /// True where the list of relationships is wanted from `to` to `from`.
  var listsBackwards: Bool
  /// True where only the distinct end nodes of each start matter: then each is found once, by breadth-first search.
  var findsDistinctEnds = false
  /// True where it does not matter either which start an end was found from: then all are searched from at once.
  var mergesStarts = false
  /// True where chains that cannot reach the end in the steps left are given up.
  var heedsEndDistances = false
}

/// What every relationship of a chain must satisfy: its property map, its WHERE, computed types.
struct EachRelationship: Sendable {
  /// Stands for the relationship in `conditions`; hides a variable of that name.
  var variable: String
  var conditions: [Expression]

  /// The variables of the row that the conditions mention.
  var readVariables: Set<String> {
    conditions.reduce(into: Set<String>()) { $0.formUnion($1.mentionedVariables) }.subtracting([variable])
  }

  /// The same asked of a list of relationships: `all(variable IN list WHERE …)`.
  func predicate(over list: String) -> Expression {
    let span = conditions[0].span
    let all = Expression.balanced(.and, conditions)
    return Expression(.quantifier(.all, variable: Name(variable, span), list: .reference(list, span), filter: all), span)
  }
}

/// Binds or checks the end nodes of relationships that are bound already: one, or a list of them that forms a chain.
struct RelationshipEnds: Sendable {
  var relationship: String
  var chain: RelationshipChain
  var from: String
  var to: String
  var isFromBound: Bool
  var isToBound: Bool
}

/// Makes a path value of bound nodes and relationships.
struct PathAssembly: Sendable {
  struct Step: Sendable {
    /// Holds a relationship or a list of them.
    var relationship: String
    var node: String
  }

  var variable: String
  var start: String
  var steps: [Step]
}

/// Adds the number of relationships that an expand of a bound node would follow.
struct RelationshipCount: Sendable {
  var node: String
  var types: RelationshipTypes
  var direction: Direction
  var variable: String
}

/// Two variables that hold relationships, or lists of them, which must have none in common.
struct RelationshipPair: Sendable {
  var first: String
  var second: String
}

/// A plan that runs for each row of another one.
struct ApplyStep: Sendable {
  enum Kind: Sendable {
    /// Each row with each row that the inner plan gives for it.
    case rows
    /// The same; a row for which there is none once, with null in the new columns.
    case optional
    /// Each row once, whatever the inner plan gives.
    case unit
  }

  var kind: Kind
  var newColumns: [RowLayout.Column]
  /// The column of the inner rows that says which row each belongs to.
  var rowNumber: String
  /// What the inner plan does is committed after so many rows; nil where it is part of the statement's own transaction.
  var batchRowCount: Expression?
}

struct ProjectedItem: Sendable {
  var name: String
  var expression: Expression
}

/// New columns beside `kept` ones; what is neither is gone.
struct ProjectionStep: Sendable {
  var items: [ProjectedItem]
  var kept: [String]
}

/// Groups by the keys and aggregates each group; without keys there is one group even if there are no rows.
struct Aggregation: Sendable {
  var keys: [ProjectedItem]
  /// Each expression is one aggregate call.
  var aggregates: [ProjectedItem]
  /// The column that says how many rows each row stands for; nil where each stands for itself.
  var multiplicity: String?
  /// A variable that holds the nodes of the scan that the rows begin with, and which the keys determine: rows of one node come
  /// one after the other, and no group has rows of two nodes.
  var along: String?
  /// The key that says which row handed in a group belongs to, where each has a group even if it has no rows.
  var everyRow: String?
  /// What is asked of indexes and of the bounds of the scanned columns instead of the rows, where they tell; one for each
  /// aggregate.
  var summary: [ColumnSummaryItem]?
}

/// What an aggregate asks of all that a scan gives, where it can be had without a look at each.
enum ColumnSummaryItem: Sendable {
  case rowCount
  case valueCount(key: String)
  case least(key: String)
  case greatest(key: String)
}

struct SortKey: Sendable {
  var expression: Expression
  var isDescending: Bool
  var placesNullsFirst: Bool

  /// Ascending, nulls last.
  init(_ expression: Expression) {
    self.expression = expression
    (isDescending, placesNullsFirst) = (false, false)
  }

  init(_ item: Projection.SortItem) {
    expression = item.expression
    isDescending = item.isDescending
    placesNullsFirst = item.placesNullsFirst
  }

  /// The same order by another expression.
  func replacing(_ expression: Expression) -> SortKey {
    var key = self
    key.expression = expression
    return key
  }
}

/// ORDER BY, SKIP and LIMIT among the rows that belong to each row handed in.
struct RowsOfEach: Sendable {
  /// The column that says which row handed in a row belongs to.
  var rowNumber: String
  /// Empty where rows keep the order in which they come.
  var keys: [SortKey] = []
  var skip: Expression?
  var limit: Expression?
}

/// One row for each element of a list, bound to `variable`.
struct Unwinding: Sendable {
  var list: Expression
  var variable: String
  /// Bound to the element's place in the list, counted from `firstPosition`.
  var position: String?
  var firstPosition = 0
}

/// The rows of `SHOW subject`.
struct ShowStep: Sendable {
  var subject: ShowSubject
  var restriction: String?
  /// Column of the subject → variable.
  var yields: [(field: String, variable: String)]
}

struct JoinKey: Sendable {
  var left: Expression
  var right: Expression
}

struct ProcedureStep: Sendable {
  var name: String
  var arguments: [Expression]
  /// Field of the procedure → variable.
  var yields: [(field: String, variable: String)]
  var span: SourceSpan
}

/// What CREATE, or the creating side of MERGE, adds for each row.
struct CreationPattern: Sendable {
  struct NodeItem: Sendable {
    var variable: String
    var labels: WrittenLabels<Expression>
    var properties: Expression?
    var span: SourceSpan
  }

  struct RelationshipItem: Sendable {
    var variable: String
    var type: WrittenLabels<Expression>
    var source: String
    var target: String
    var properties: Expression?
    var span: SourceSpan
  }

  /// Only the nodes that are not bound already.
  var nodes: [NodeItem] = []
  var relationships: [RelationshipItem] = []

  /// The expressions of all property maps, and those that compute labels and types.
  var expressions: [Expression] {
    nodes.flatMap { $0.labels.computed.map(\.names) + [$0.properties].compactMap { $0 } }
      + relationships.flatMap { $0.type.computed.map(\.names) + [$0.properties].compactMap { $0 } }
  }
}

/// For each row: what input 1 finds, or else what `creation` makes.
struct MergeStep: Sendable {
  var creation: CreationPattern
  var newColumns: [RowLayout.Column]
  var onCreate: [SetItem]
  var onMatch: [SetItem]
}
