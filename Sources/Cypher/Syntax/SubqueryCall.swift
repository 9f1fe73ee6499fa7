/// `[OPTIONAL] CALL (imports) { query }`: runs a query for each row.
public struct SubqueryCall: Sendable, Equatable {
  /// Which variables of the row the query can use.
  public enum Imports: Sendable, Equatable {
    /// `CALL { WITH x … }`: those that a leading WITH names, in each part of a UNION; they are like any other variable then.
    case leadingWith
    /// `CALL (x, y) { … }`: these, anywhere in the query.
    case names([Name])
    /// `CALL (*) { … }`: all, anywhere in the query.
    case all
  }

  public var query: RegularQuery
  public var imports: Imports
  /// A row for which the query gives nothing stays, with null in the new columns.
  public var isOptional: Bool
  /// `IN TRANSACTIONS`: what was done is committed batch by batch; nil where it is part of the statement's own transaction.
  public var batches: TransactionBatches?

  public init(
    query: RegularQuery, imports: Imports = .leadingWith, isOptional: Bool = false, batches: TransactionBatches? = nil
  ) {
    self.query = query
    self.imports = imports
    self.isOptional = isOptional
    self.batches = batches
  }
}

/// `IN TRANSACTIONS [OF n ROWS]`.
public struct TransactionBatches: Sendable, Equatable {
  /// Rows in a batch; nil for `defaultRowCount`.
  public var rowCount: Expression?

  public static let defaultRowCount = 1_000

  public init(rowCount: Expression? = nil) { self.rowCount = rowCount }
}

/// `FOREACH (variable IN list | clauses)`: changes the graph for each element of a list, one after the other.
public struct Foreach: Sendable, Equatable {
  public var variable: Name
  public var list: Expression
  public var clauses: [Clause]

  public init(variable: Name, list: Expression, clauses: [Clause]) {
    self.variable = variable
    self.list = list
    self.clauses = clauses
  }
}

extension SingleQuery {
  /// What a WITH at the beginning imports into `CALL { … }`: `*` or plain names. Nil where the query begins otherwise, so that
  /// nothing is imported.
  public var leadingImports: SubqueryCall.Imports? {
    guard case .with(let projection, nil)? = clauses.first?.kind, !projection.isDistinct, projection.order.isEmpty,
      projection.skip == nil, projection.limit == nil
    else { return nil }
    let names = projection.plainNames
    guard names.count == projection.items.count else { return nil }
    return projection.includesAll ? .all : .names(names)
  }

  /// True if the query gives rows to what comes behind it.
  public var returnsRows: Bool { if case .return? = clauses.last?.kind { true } else { false } }
}

extension Projection {
  /// The items that only repeat a variable.
  var plainNames: [Name] {
    items.compactMap { item in
      guard case .variable(let name) = item.expression.kind, item.alias == nil || item.alias?.text == name else { return nil }
      return Name(name, item.expression.span)
    }
  }
}

extension RegularQuery {
  /// The query whose rows the answer is made of: the last one behind NEXT.
  public var last: RegularQuery { continuations.last ?? self }

  /// True if it gives rows.
  public var returnsRows: Bool { last.parts.contains(where: \.returnsRows) }

  /// True if any clause changes the graph, those of subqueries in CALL included.
  public var updates: Bool {
    parts.contains { $0.clauses.contains(where: \.isUpdating) } || continuations.contains(where: \.updates)
  }

  /// Every clause, those of subqueries in CALL and of FOREACH left out.
  public var clauses: [Clause] { parts.flatMap(\.clauses) + continuations.flatMap(\.clauses) }
}
