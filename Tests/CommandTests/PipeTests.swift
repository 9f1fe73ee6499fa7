import Foundation
import Testing

@Suite struct PipeTests {
  /// The answers to requests, as JSON objects.
  private func answers(_ requests: String..., arguments: [String] = ["pipe", "--memory"]) throws -> [[String: Any]] {
    let outcome = try DossierBinary.run(arguments, input: requests.joined(separator: "\n"))
    #expect(outcome.status == 0, "\(outcome.complaint)")
    return try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
    }
  }

  @Test func `requests are answered in their order with their ids`() throws {
    let answers = try answers(
      #"{"id": 7, "query": "RETURN 1 AS one, 'a' AS a"}"#,
      #"{"id": {"x": [1]}, "query": "RETURN $p AS p", "parameters": {"p": [1, 2.5, null]}}"#,
      #"{"query": "RETURN true AS yes"}"#)
    #expect(answers.count == 3)
    #expect(answers[0]["id"] as? Int == 7)
    #expect(answers[0]["columns"] as? [String] == ["one", "a"])
    let row = try #require((answers[0]["rows"] as? [[Any]])?.first)
    #expect(row[0] as? Int == 1 && row[1] as? String == "a")
    #expect(((answers[1]["id"] as? [String: Any])?["x"] as? [Int]) == [1])
    #expect(answers[2]["id"] == nil)
    let summary = try #require(answers[0]["summary"] as? [String: Any])
    #expect(summary["milliseconds"] is Double || summary["milliseconds"] is Int)
    #expect(summary["nodesCreated"] as? Int == 0)
  }

  @Test(arguments: ["0", "1000"]) func `how long other processors are occupied changes no answer`(microseconds: String) throws {
    let arguments = ["pipe", "--memory", "--occupy-microseconds", microseconds]
    let requests = (0..<200).map { #"{"id": \#($0), "query": "RETURN \#($0) AS n"}"# }
    let answers = try answers(requests.joined(separator: "\n"), arguments: arguments)
    #expect(answers.map { $0["id"] as? Int } == Array(0..<200))
    #expect(answers.map { ($0["rows"] as? [[Int]])?.first?.first } == Array(0..<200))
  }

  @Test func `nodes, relationships and paths are objects`() throws {
    let outcome = try DossierBinary.run(
      "pipe", "--memory",
      input: #"{"query": "CREATE p = (a:A {d: date('2013-01-11')})-[r:T {n: 9007199254740993}]->(b) RETURN a, r, p"}"#)
    #expect(outcome.output.contains(#""rows":[[{"id":0,"labels":["A"],"properties":{"d":"2013-01-11"}},"#))
    #expect(outcome.output.contains(#"{"id":0,"type":"T","start":0,"end":1,"properties":{"n":"9007199254740993"}},"#))
    #expect(outcome.output.contains(#"{"nodes":[{"id":0,"#))
    #expect(outcome.output.contains(#""nodesCreated":2,"#) && outcome.output.contains(#""relationshipsCreated":1,"#))
  }

  @Test func `literals are those of the conformance kit`() throws {
    let query =
      "CREATE p = (a:A:B {x: 1})-[:T {y: 'o'}]->() RETURN 1, 1.0, 'a\\\\'b', [1, null], {k: 1}, a, p, date('2013-01-11')"
    let answer = try answers(#"{"values": "literal", "query": "\#(query)"}"#)[0]
    let row = try #require((answer["rows"] as? [[String]])?.first)
    #expect(
      row == [
        "1", "1.0", "'a\\'b'", "[1, null]", "{k: 1}", "(:A:B {x: 1})", "<(:A:B {x: 1})-[:T {y: 'o'}]->()>", "'2013-01-11'",
      ])
  }

  @Test func `a statement that fails is answered with the kit's words and the place`() throws {
    let answers = try answers(#"{"id": 1, "query": "RETURN 1,\n  x"}"#, #"{"id": 2, "query": "RETURN 1"}"#)
    let error = try #require(answers[0]["error"] as? [String: Any])
    #expect(error["type"] as? String == "SyntaxError")
    #expect(error["phase"] as? String == "compile time")
    #expect(error["detail"] as? String == "UndefinedVariable")
    #expect(error["line"] as? Int == 2 && error["column"] as? Int == 3 && error["length"] as? Int == 1)
    #expect(answers[1]["rows"] != nil)
  }

  static let misunderstandings: [(String, String)] = [
    ("nonsense", "the line is not JSON"), ("[1]", "the line is no JSON object"), ("{}", "the object has none of"),
    (#"{"query": 1}"#, "`query` is 1, expected a string"), (#"{"query": "RETURN 1", "parameters": []}"#, "`parameters` is []"),
    (#"{"query": "RETURN 1", "values": "xml"}"#, "`values` is \"xml\""), (#"{"reset": false}"#, "`reset` is false"),
    (#"{"procedure": {"signature": "x"}}"#, "the procedure has no `columns`"),
    (#"{"procedure": {"signature": "x", "columns": ["a"], "rows": [["'"]]}}"#, "is not the text of a literal"),
  ]

  @Test("a line that is no request gets an error, and the process goes on", arguments: misunderstandings)
  func misunderstanding(line: String, message: String) throws {
    let answers = try answers(line, #"{"id": 2, "query": "RETURN 1 AS n"}"#)
    let error = try #require(answers[0]["error"] as? [String: Any])
    #expect((error["message"] as? String)?.contains(message) == true, "\(error)")
    #expect(answers[1]["id"] as? Int == 2 && answers[1]["columns"] as? [String] == ["n"])
  }

  @Test func `reset empties the graph and forgets procedures`() throws {
    let answers = try answers(
      #"{"procedure": {"signature": "test.my(a :: INTEGER?) :: (b :: STRING?)", "columns": ["a", "b"], "#
        + #""rows": [["1", "'x'"], ["2", "'y'"]]}}"#,
      #"{"query": "CALL test.my(2) YIELD b RETURN b"}"#, #"{"query": "CREATE (:A)"}"#, #"{"reset": true}"#,
      #"{"query": "MATCH (n) RETURN count(n) AS n"}"#, #"{"query": "CALL test.my(2)"}"#)
    #expect(answers[0]["ok"] as? Bool == true)
    #expect(answers[1]["rows"] as? [[String]] == [["y"]])
    #expect(answers[3]["ok"] as? Bool == true)
    #expect(answers[4]["rows"] as? [[Int]] == [[0]])
    #expect((answers[5]["error"] as? [String: Any])?["detail"] as? String == "ProcedureNotFound")
  }

  @Test func `what one process wrote to a file the next one reads`() throws {
    try Scratch.folder { folder in
      let file = folder.appending(path: "g.dossier").path
      _ = try answers(#"{"query": "CREATE (:A {n: 1}), (:A {n: 2})"}"#, arguments: ["pipe", file])
      let read = try answers(#"{"query": "MATCH (a:A) RETURN sum(a.n) AS n"}"#, #"{"reset": true}"#, arguments: ["pipe", file])
      #expect(read[0]["rows"] as? [[Int]] == [[3]])
      let empty = try answers(#"{"query": "MATCH (a) RETURN count(*) AS n"}"#, arguments: ["pipe", file])
      #expect(empty[0]["rows"] as? [[Int]] == [[0]])
    }
  }

  @Test func `an answer comes before the next request is sent`() throws {
    let process = Process()
    process.executableURL = URL(filePath: DossierBinary.path)
    process.arguments = ["pipe", "--memory"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 0..<60 {
      // Whoever occupied processors for the next request sleeps by now.
      if number.isMultiple(of: 20) { Thread.sleep(forTimeInterval: 0.02) }
      input.fileHandleForWriting.write(Data("{\"query\": \"RETURN \(number) AS n\"}\n".utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.contains("\"rows\":[[\(number)]]") && answer.hasSuffix("\n"))
    }
    // The reader goes away: the process ends without a word.
    try output.fileHandleForReading.close()
    input.fileHandleForWriting.write(Data("{\"query\": \"RETURN 1 AS n\"}\n".utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  @Test func `a file or memory must be named`() throws {
    #expect(try DossierBinary.run("pipe").status == 2)
    #expect(try DossierBinary.run("pipe", "x.dossier", "--memory").status == 2)
  }
}
