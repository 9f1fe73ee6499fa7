import Graph
import Testing

@testable import dossier

@Suite struct RequestFormTests {
  private static let line = #"{"id": 1, "query": "RETURN $a, $b", "parameters": {"a": 1, "b": "x"}}"#

  private func makeForm(of line: String) -> RequestForm? { Array(line.utf8).withUnsafeBufferPointer { RequestForm($0) } }

  @Test func `a line that is written alike is of the form, with its own id and values`() throws {
    var form = try #require(makeForm(of: Self.line))
    let other = #"{"id":   [2], "query": "RETURN $a, $b", "parameters": {"a": {"c": null}, "b": -2.5}}"#
    let last = #"{"id": "z", "query": "RETURN $a, $b", "parameters": {"a": "}", "b": true}}"#
    #expect(Array(other.utf8).withUnsafeBufferPointer { form.read($0) })
    #expect(form.statement.text == "RETURN $a, $b" && form.statement.id?.json == "[2]")
    #expect(form.statement.parameters.mapValues(\.json) == ["a": #"{"c":null}"#, "b": "-2.5"])
    #expect(Array(last.utf8).withUnsafeBufferPointer { form.read($0) })
    #expect(form.statement.parameters.mapValues(\.json) == ["a": #""}""#, "b": "true"])
  }

  @Test(arguments: [
    #"{"id": 1, "query": "RETURN $a, $c", "parameters": {"a": 1, "b": "x"}}"#,
    #"{"id": 1, "query": "RETURN $a, $b", "parameters": {"b": 1, "a": "x"}}"#,
    #"{"id": 1, "query": "RETURN $a, $b", "parameters": {"a": 1, "b": "x", "c": 2}}"#,
    #"{"id": 1, "query": "RETURN $a, $b", "parameters": {"a": 1}}"#,
    #"{"id": 1, "query": "RETURN $a, $b", "parameters": {"a": 1, "b": "x"}} 1"#,
    #"{"id": 1, "query": "RETURN $a, $b", "parameters": {"a": 1, "b": "x"}"#,
    #"{"id": 1, "query": "RETURN $a, $b", "parameters": {"a": , "b": "x"}}"#, "",
  ])
  func `a line that differs in anything else is not of the form`(line: String) throws {
    var form = try #require(makeForm(of: Self.line))
    #expect(!Array(line.utf8).withUnsafeBufferPointer { form.read($0) })
  }

  @Test(arguments: [
    #"{"reset": true}"#, #"{"query": 1}"#, #"{"query": "RETURN 1", "query": "RETURN 2"}"#, #"{"query": "RETURN 1"} x"#,
    #"{"query": "RETURN 1", "values": "xml"}"#, #"{"query": "RETURN 1", "parameters": null}"#, "[1]", "{}", "",
    #"{"query": "RETURN $a", "parameters": {"a": 1, "a": 2}}"#, #"{"query": "RETURN 1", "other": 2}"#,
  ])
  func `what is no plain request for a statement is left to who can say what is wrong with it`(line: String) {
    #expect(makeForm(of: line) == nil)
  }

  @Test func `programs that ask several things in turn are told apart`() throws {
    var forms = RequestForms()
    for round in 0..<3 {
      for number in 0..<12 {
        let line = #"{"query": "RETURN $n + \#(number)", "values": "literal", "parameters": {"n": \#(round)}}"#
        let statement = try #require(Array(line.utf8).withUnsafeBufferPointer { forms.statement($0) })
        #expect(statement.text == "RETURN $n + \(number)" && statement.notation == .literal)
        #expect(statement.parameters.mapValues(\.json) == ["n": "\(round)"])
      }
    }
  }
}
