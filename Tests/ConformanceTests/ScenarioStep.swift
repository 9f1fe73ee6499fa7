import Cypher
import Graph
import TestSupport

/// A step of a scenario, understood.
enum ScenarioStep {
  enum RowOrder { case any, given }

  /// What an error must be; nil where the kit accepts anything.
  struct ExpectedError {
    var kind: String
    var phase: String?
    var detail: String?
  }

  case emptyGraph
  case namedGraph(String)
  case procedure(ProcedureSignature, columns: [String], rows: [[Value]])
  case setup(String)
  case parameters([String: Value])
  case query(String, isControl: Bool)
  case resultIsEmpty
  case result(columns: [String], rows: [[Value]], order: RowOrder, ignoresListOrder: Bool)
  case sideEffects([String: Int])
  case error(ExpectedError)

  struct NotUnderstood: Error { var text: String }

  init(_ step: GherkinFeature.Step) throws {
    let text = step.text
    switch text {
    case "an empty graph", "any graph": self = .emptyGraph
    case "having executed:": self = .setup(try Self.document(step))
    case "parameters are:": self = .parameters(try Self.parameters(step))
    case "executing query:": self = .query(try Self.document(step), isControl: false)
    case "executing control query:": self = .query(try Self.document(step), isControl: true)
    case "the result should be empty": self = .resultIsEmpty
    case "no side effects": self = .sideEffects([:])
    case "the side effects should be:": self = .sideEffects(try Self.sideEffects(step))
    default:
      if text.hasPrefix("the result should be") {
        self = try Self.result(step)
      } else if text.hasPrefix("there exists a procedure ") {
        self = try Self.procedure(step)
      } else if let expected = Self.expectedError(text) {
        self = .error(expected)
      } else if text.hasPrefix("the "), text.hasSuffix(" graph") {
        self = .namedGraph(String(text.dropFirst(4).dropLast(6)))
      } else {
        throw NotUnderstood(text: text)
      }
    }
  }

  private static func document(_ step: GherkinFeature.Step) throws -> String {
    guard let document = step.document else { throw NotUnderstood(text: step.text) }
    return document
  }

  private static func table(_ step: GherkinFeature.Step) throws -> [[String]] {
    guard let table = step.table else { throw NotUnderstood(text: step.text) }
    return table
  }

  private static func parameters(_ step: GherkinFeature.Step) throws -> [String: Value] {
    var parameters: [String: Value] = [:]
    for row in try table(step) { parameters[row[0]] = try Value(literal: row[1]) }
    return parameters
  }

  private static func sideEffects(_ step: GherkinFeature.Step) throws -> [String: Int] {
    var effects: [String: Int] = [:]
    for row in try table(step) { effects[row[0]] = Int(row[1]) }
    return effects.filter { $0.value != 0 }
  }

  private static func result(_ step: GherkinFeature.Step) throws -> ScenarioStep {
    let table = try table(step)
    let rows = try table.dropFirst().map { row in try row.map { try Value(literal: $0) } }
    return .result(
      columns: table[0], rows: rows, order: step.text.contains(", in order") ? .given : .any,
      ignoresListOrder: step.text.contains("(ignoring element order for lists)"))
  }

  private static func procedure(_ step: GherkinFeature.Step) throws -> ScenarioStep {
    let signature = try ProcedureSignature(text: String(step.text.dropFirst("there exists a procedure ".count)))
    let table = step.table ?? []
    let rows = try table.dropFirst().map { row in try row.map { try Value(literal: $0) } }
    return .procedure(signature, columns: table.first ?? [], rows: rows)
  }

  /// `a TypeError should be raised at runtime: InvalidArgumentType`.
  private static func expectedError(_ text: String) -> ExpectedError? {
    guard let match = text.wholeMatch(of: /an? (\w+) should be raised at (runtime|compile time|any time): (\S+)/) else {
      return nil
    }
    return ExpectedError(
      kind: String(match.1), phase: match.2 == "any time" ? nil : String(match.2),
      detail: match.3 == "*" ? nil : String(match.3))
  }
}

extension ScenarioStep.ExpectedError {
  /// What is wrong with `error`, nil if it is the expected one.
  func mismatch(_ error: CypherError) -> String? {
    var wrong: [String] = []
    if error.kind.rawValue != kind { wrong.append("type \(error.kind.rawValue) instead of \(kind)") }
    if let phase, error.phase.rawValue != phase { wrong.append("phase \(error.phase.rawValue) instead of \(phase)") }
    if let detail, error.detail.rawValue != detail {
      wrong.append("detail \(error.detail.rawValue) instead of \(detail)")
    }
    return wrong.isEmpty ? nil : wrong.joined(separator: ", ") + ": \(error.message)"
  }
}
