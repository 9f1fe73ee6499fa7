// The syntax tree. Every node carries the span of its text; two trees are equal if they say the same, wherever they stand
// (spans do not count), which is what grouping keys and the printer's round trip need.

/// A name with its place: a variable, label, relationship type, property key, function or procedure part.
public struct Name: Sendable, Equatable {
  public var text: String
  public var span: SourceSpan

  public init(_ text: String, _ span: SourceSpan) {
    self.text = text
    self.span = span
  }

  public static func == (a: Name, b: Name) -> Bool { a.text == b.text }
}

/// One statement, as far as a `;`.
public struct Statement: Sendable, Equatable {
  public enum Mode: Sendable, Equatable { case run, explain, profile }

  public enum Body: Sendable, Equatable {
    case query(RegularQuery)
    case schema(SchemaCommand)
    case transaction(TransactionCommand)
  }

  public var mode: Mode
  public var body: Body

  public init(mode: Mode = .run, body: Body) {
    self.mode = mode
    self.body = body
  }
}

public enum TransactionCommand: Sendable, Equatable { case begin, commit, rollback }

/// Single queries joined by UNION – `unions[i]` joins `parts[i]` and `parts[i + 1]` – and what follows them behind NEXT.
public struct RegularQuery: Sendable, Equatable {
  public enum Union: Sendable, Equatable { case distinct, all }

  public var parts: [SingleQuery]
  public var unions: [Union]
  /// `… NEXT …`: each begins with the rows of the one before, and has no continuations of its own.
  public var continuations: [RegularQuery]

  public init(parts: [SingleQuery], unions: [Union] = [], continuations: [RegularQuery] = []) {
    self.continuations = continuations
    self.parts = parts
    self.unions = unions
  }
}

public struct SingleQuery: Sendable, Equatable {
  public var clauses: [Clause]

  public init(clauses: [Clause]) { self.clauses = clauses }
}
