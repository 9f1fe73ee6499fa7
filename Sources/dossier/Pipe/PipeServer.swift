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
  private static let largestRoomByteCount = 1 << 16

  private let store: GraphStore
  private var engine: QueryEngine
  private let input: LineInput
  private let output: ByteOutput
  private var forms = RequestForms()
  /// Room for the next answer.
  private var room: [UInt8] = []
  /// How the columns of the last answer begin it, and which they were.
  private var heading = PipeAnswer.Heading()

  init(store: GraphStore, input: LineInput, output: ByteOutput) {
    self.store = store
    self.input = input
    self.output = output
    engine = QueryEngine(store: store)
  }

  func run() throws {
    while try input.next({ line in
      if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
        let answer = answer(to: line)
        output.append(contentsOf: answer)
        room = answer.count <= Self.largestRoomByteCount ? answer : []
      }
    }) {
      if input.hasLine { try output.flushIfFull() } else { try output.flush() }
    }
    try output.flush()
  }

  private func answer(to line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if let statement = forms.statement(line) {
      return answer(
        to: .query(statement.text, parameters: statement.parameters, notation: statement.notation), id: statement.id)
    }
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

  /// An answer in the room of the last one.
  private func begin(_ id: Value?) -> PipeAnswer {
    var taken: [UInt8] = []
    swap(&taken, &room)
    return PipeAnswer(id: id, room: taken)
  }

  private func misunderstood(_ message: String, id: Value?) -> [UInt8] {
    var answer = begin(id)
    answer.writeMisunderstanding(message)
    return answer.line()
  }

  private func answer(to request: PipeRequest, id: Value?) -> [UInt8] {
    do throws(CypherError) {
      var answer = begin(id)
      switch request {
      case .query(let text, let parameters, let notation):
        let started = Occupation.now
        let result = try engine.run(text, parameters: parameters)
        try answer.write(result, notation: notation, &heading) { Occupation.now - started }
      case .reset:
        try reset()
        answer.writeDone()
      case .procedure(let signature, let columns, let rows):
        try engine.registerProcedure(signature: signature, columns: columns, rows: rows)
        answer.writeDone()
      }
      return answer.line()
    } catch {
      var answer = begin(id)
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
