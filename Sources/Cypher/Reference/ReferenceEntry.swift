/// One entry of the language's reference: a clause, a form of pattern or expression, or a command.
public struct ReferenceEntry: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case readingClause = "Reading clauses"
    case resultClause = "Result clauses"
    case updatingClause = "Updating clauses"
    case pattern = "Patterns"
    case expression = "Expressions"
    case command = "Commands"
    case aggregate = "Aggregate functions"
    case function = "Functions"
    case procedure = "Procedures"
  }

  /// What `:help` finds it by, in any case of letters.
  public var name: String
  public var kind: Kind
  /// How it is written, a line each: words in capitals stand as they are, `[…]` may be left out, `…` repeats.
  public var syntax: [String]
  /// One sentence, without a full stop.
  public var summary: String
  /// What else a user should know; empty where the summary says it all.
  public var details: String
  /// The keys of the map that a procedure takes.
  public var options: [ProcedureSignature.Option] = []
  /// A statement that runs on `Reference.graph`.
  public var example: String

  public init(
    _ name: String, _ kind: Kind, syntax: [String], _ summary: String, details: String = "", example: String
  ) {
    self.name = name
    self.kind = kind
    self.syntax = syntax
    self.summary = summary
    self.details = details
    self.example = example
  }
}

extension ReferenceEntry {
  init(_ function: FunctionSignature) {
    self.init(
      function.name, function.isAggregate ? .aggregate : .function, syntax: [function.signatureText], function.summary,
      example: function.example)
  }

  public init(_ procedure: ProcedureSignature) {
    self.init(
      procedure.name, .procedure, syntax: [procedure.signatureText], procedure.summary, details: procedure.details,
      example: procedure.example)
    options = procedure.options
  }
}
