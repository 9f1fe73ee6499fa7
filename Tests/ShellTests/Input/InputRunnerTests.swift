import Cypher
import Graph
import Testing

@testable import Shell

@Suite struct InputRunnerTests {
  static func script(mode: OutputMode = .csv) -> ShellBench {
    let bench = ShellBench(mode: mode, columns: nil, isInteractive: false)
    bench.session.on("good", ["x"], [[.integer(1)]])
    bench.session.fail("bad", CypherError(.typeError, .invalidArgumentType, phase: .runtime, "it is bad"))
    return bench
  }

  @Test func `a script ends at its first failure`() {
    let bench = Self.script()
    #expect(bench.run("RETURN good;\nRETURN bad;\nRETURN good;") == .failed)
    #expect(bench.data.take() == "x\n1\n")
    #expect(bench.messages.take() == "error: it is bad\n")
  }

  @Test func `or goes on to its end, and fails all the same`() {
    let bench = Self.script()
    bench.context.settings.stopsAtFailure = false
    #expect(bench.run("RETURN good;\nRETURN bad;\nRETURN good;") == .failed)
    #expect(bench.data.take() == "x\n1\nx\n1\n")
  }

  @Test(
    "the end of the input decides",
    arguments: [
      ("RETURN good", Shell.ExitStatus.success), ("RETURN good;", .success), ("", .success), ("// nothing", .success),
      ("RETURN (good", .unfinished), ("RETURN 'good", .unfinished), ("RETURN good /*", .unfinished), (":nonsense", .failed),
      (":open missing.dossier", .unopenable), (":mod csv", .failed), ("RETURN good; :exit", .failed),
    ])
  func ends(text: String, status: Shell.ExitStatus) {
    #expect(Self.script().run(text) == status)
  }

  @Test func `exit ends a script in its place`() {
    let bench = Self.script()
    #expect(bench.run("RETURN good;\n:exit\nRETURN bad;") == .success)
    #expect(bench.session.ran.count == 1)
  }

  @Test func `errors can be one line of JSON each`() {
    let bench = Self.script()
    bench.context.settings.writesErrorsAsJSON = true
    bench.run("RETURN bad;")
    #expect(bench.messages.take() == "{\"error\": {\"code\": \"InvalidArgumentType\", \"message\": \"it is bad\"}}\n")
  }

  @Test func `a script says nothing but its data`() {
    let bench = Self.script()
    var summary = QuerySummary()
    summary.counters.nodesCreated = 1
    bench.session.on("CREATE", [], [], summary)
    bench.run("CREATE (n); RETURN good;")
    #expect(bench.data.take() == "x\n1\n")
    #expect(bench.messages.take() == "")
  }

  @Test func `typed input is never ended by a failure`() {
    let bench = ShellBench()
    bench.session.fail("bad", CypherError(.typeError, .invalidArgumentType, phase: .runtime, "it is bad"))
    #expect(bench.run("RETURN bad;\n:nonsense\n") == .success)
  }

  @Test func `a command inside a statement is told that it is none`() {
    let bench = ShellBench()
    _ = bench.run("RETURN good\n:labels\n;\n")
    #expect(bench.messages.take().contains("this goes on with the statement above"))
    _ = bench.run("MATCH (n\n:Person) RETURN n;\n")
    #expect(!bench.messages.take().contains("this goes on"))
  }
}
