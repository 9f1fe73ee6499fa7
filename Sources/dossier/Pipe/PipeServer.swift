import Cypher
import Foundation
import Graph
import GraphStorage
import Interchange
import Query

/// Answers requests, a line each, in their order, until the input ends.
///
/// A line that is not a request gets an error answer, and the process goes on. What is answered is written when no further
/// request is waiting, so that a program that writes ahead is not kept waiting, and one that waits is answered at once.
final class PipeServer {
  private let store: GraphStore
  private var engine: QueryEngine
  private let input: LineInput
  private let output: ByteOutput

  init(store: GraphStore, input: LineInput, output: ByteOutput) {
    self.store = store
    self.input = input
    self.output = output
    engine = QueryEngine(store: store)
  }

  func run() throws {
    while try input.next({ line in
      if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { output.append(contentsOf: answer(to: line)) }
    }) {
      if input.hasLine { try output.flushIfFull() } else { try output.flush() }
    }
    try output.flush()
  }

  private func answer(to line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let json: Value
    do throws(JSONError) {
      json = try JSONParser.parse(line)
    } catch {
      return misunderstood("the line is not JSON: \(error.description)", id: nil)
    }
    guard case .map(let object) = json else { return misunderstood("the line is no JSON object", id: nil) }
    let id = object["id"]
    do throws(PipeRequest.Misunderstanding) {
      return answer(to: try PipeRequest(object), id: id)
    } catch {
      return misunderstood(error.message, id: id)
    }
  }

  private func misunderstood(_ message: String, id: Value?) -> [UInt8] {
    var answer = PipeAnswer(id: id)
    answer.writeMisunderstanding(message)
    return answer.line()
  }

  private func answer(to request: PipeRequest, id: Value?) -> [UInt8] {
    do throws(CypherError) {
      var answer = PipeAnswer(id: id)
      switch request {
      case .query(let text, let parameters, let notation):
        let clock = ContinuousClock()
        let started = clock.now
        let result = try engine.run(text, parameters: parameters)
        try answer.write(result, notation: notation) { (clock.now - started) / .milliseconds(1) }
      case .reset:
        try reset()
        answer.writeDone()
      case .procedure(let signature, let columns, let rows):
        try engine.registerProcedure(signature: signature, columns: columns, rows: rows)
        answer.writeDone()
      }
      return answer.line()
    } catch {
      var answer = PipeAnswer(id: id)
      answer.write(error)
      return answer.line()
    }
  }

  /// Empties the graph and forgets procedures and an open transaction. A graph in memory is replaced, names and all.
  private func reset() throws(CypherError) {
    if engine.transactionState != .none { _ = try engine.run("ROLLBACK", parameters: [:]) }
    if engine.store.path == nil {
      engine = QueryEngine(store: GraphStore())
    } else {
      engine = QueryEngine(store: store)
      _ = try engine.run("MATCH (n) DETACH DELETE n", parameters: [:])
    }
  }
}
