/// Where each variable of a row stands: variable name → column of the `Batch`.
///
/// The planner builds one per operator; the compiler turns variables into column numbers with it once, so that no name is looked
/// up while rows flow.
package struct RowLayout: Sendable, Equatable {
  /// What the planner knows of every value in a column; `any` where it knows nothing. Every kind includes null.
  package enum Kind: Sendable, Equatable {
    case any, node, relationship, path
  }

  package struct Column: Sendable, Equatable {
    package var name: String
    package var kind: Kind

    package init(name: String, kind: Kind = .any) {
      self.name = name
      self.kind = kind
    }
  }

  package private(set) var columns: [Column] = []
  private var positions: [String: Int] = [:]

  package init() {}

  package init(_ columns: some Sequence<Column>) {
    for column in columns { append(column.name, kind: column.kind) }
  }

  package var count: Int { columns.count }

  /// The column of variable `name`, nil where the row has none.
  package func index(of name: String) -> Int? { positions[name] }

  /// Adds a column at the right; a column of the same name is hidden by it from now on.
  @discardableResult
  package mutating func append(_ name: String, kind: Kind = .any) -> Int {
    columns.append(Column(name: name, kind: kind))
    positions[name] = columns.count - 1
    return columns.count - 1
  }
}
