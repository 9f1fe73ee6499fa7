import Cypher
import Graph
import GraphStorage
import Query
import TestSupport

/// Runs one scenario over an engine and a graph of its own.
final class ScenarioRunner {
  /// Why a scenario does not pass.
  struct Failure: Error { var reason: String }

  private enum Outcome {
    case records(columns: [String], rows: [[Value]])
    case failed(CypherError)
  }

  private let kit: ConformanceKit
  private let store = GraphStore()
  private let engine: QueryEngine
  private var parameters: [String: Value] = [:]
  private var outcome: Outcome?
  private var sideEffects: [String: Int] = [:]

  private init(_ kit: ConformanceKit) {
    self.kit = kit
    engine = QueryEngine(store: store)
    engine.limits.timeoutSeconds = 60
  }

  /// Why `scenario` fails, nil if it passes.
  static func failure(of scenario: ConformanceKit.Scenario, in kit: ConformanceKit) -> String? {
    let runner = ScenarioRunner(kit)
    do {
      for step in scenario.steps { try runner.perform(try ScenarioStep(step)) }
      return nil
    } catch let failure as Failure {
      return failure.reason
    } catch {
      return "the scenario is not understood: \(error)"
    }
  }

  private func perform(_ step: ScenarioStep) throws {
    switch step {
    case .emptyGraph: break
    case .namedGraph(let name):
      for script in try kit.statements(buildingGraph: name) {
        for statement in StatementSplitter.split(script + "\n;").statements { try setUp(statement.text) }
      }
    case .procedure(let signature, let columns, let rows):
      do throws(CypherError) {
        try engine.registerProcedure(signature: signature.signatureText, columns: columns, rows: rows)
      } catch {
        throw Failure(reason: "the procedure was refused: \(error.message)")
      }
    case .setup(let text): try setUp(text)
    case .parameters(let values): parameters = values
    case .query(let text, let isControl): execute(text, isControl: isControl)
    case .resultIsEmpty:
      let (_, rows) = try records()
      if !rows.isEmpty { throw Failure(reason: "expected no rows, got \(rows.count)") }
    case .result(let columns, let rows, let order, let ignoresListOrder):
      try compare(columns, rows, order, CanonicalText(ignoresListOrder: ignoresListOrder))
    case .sideEffects(let expected):
      _ = try records()
      if sideEffects != expected { throw Failure(reason: "expected side effects \(expected), got \(sideEffects)") }
    case .error(let expected): try compare(expected)
    }
  }

  private func setUp(_ text: String) throws {
    do throws(CypherError) {
      _ = try engine.run(text, parameters: parameters).allRecords()
    } catch {
      throw Failure(reason: "a setup query failed: \(error.rendered(in: text))")
    }
  }

  private func execute(_ text: String, isControl: Bool) {
    let before = GraphObservation(store.snapshot)
    do throws(CypherError) {
      let result = try engine.run(text, parameters: parameters)
      outcome = .records(columns: result.columns, rows: try result.allRecords())
    } catch {
      outcome = .failed(error)
    }
    if !isControl { sideEffects = GraphObservation(store.snapshot).sideEffects(since: before) }
  }

  // MARK: - Expectations

  private func records() throws -> (columns: [String], rows: [[Value]]) {
    switch outcome {
    case .records(let columns, let rows): return (columns, rows)
    case .failed(let error):
      throw Failure(
        reason: "\(error.kind.rawValue) at \(error.phase.rawValue), \(error.detail.rawValue): \(error.message)")
    case nil: throw Failure(reason: "nothing was run")
    }
  }

  /// The kit's rows are maps from column to value, so the columns may come in any order.
  private func compare(
    _ columns: [String], _ rows: [[Value]], _ order: ScenarioStep.RowOrder, _ canonical: CanonicalText
  ) throws {
    let (foundColumns, foundRows) = try records()
    guard foundColumns.sorted() == columns.sorted() else {
      throw Failure(reason: "expected the columns \(columns), got \(foundColumns)")
    }
    let places = columns.compactMap { foundColumns.firstIndex(of: $0) }
    let expected = rows.map { row in row.map(canonical.text(of:)).joined(separator: " | ") }
    let found = foundRows.map { row in places.map { canonical.text(of: row[$0]) }.joined(separator: " | ") }
    let matches = order == .given ? expected == found : expected.sorted() == found.sorted()
    guard !matches else { return }
    throw Failure(reason: "expected \(Self.list(expected)), got \(Self.list(found))")
  }

  private static func list(_ rows: [String]) -> String {
    "\(rows.count) rows: " + rows.prefix(4).joined(separator: " ; ").prefix(300)
  }

  private func compare(_ expected: ScenarioStep.ExpectedError) throws {
    guard case .failed(let error) = outcome else {
      throw Failure(reason: "expected \(expected.kind) \(expected.detail ?? ""), but the query succeeded")
    }
    if let mismatch = expected.mismatch(error) { throw Failure(reason: mismatch) }
    if !sideEffects.isEmpty { throw Failure(reason: "the failed query left \(sideEffects)") }
  }
}
