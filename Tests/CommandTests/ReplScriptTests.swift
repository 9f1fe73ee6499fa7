import Foundation
import Testing

/// The shell where nobody sits at a terminal.
@Suite struct ReplScriptTests {
  static let endless = ["a", "b", "c"].map { "UNWIND range(1, 5000) AS \($0) " }.joined() + "RETURN sum(a * b + c)"

  @Test func `a pipe gets data only: no banner, no prompt, no colour`() throws {
    let outcome = try DossierBinary.run(["--no-init"], input: "RETURN 1 AS a;\nCREATE (:X);\nRETURN 'é\u{1B}' AS b")
    #expect(outcome.output == "{\"a\":1}\n{\"b\":\"é\\u001b\"}\n")
    #expect(outcome.complaint == "")
    #expect(outcome.status == 0)
  }

  @Test func `texts and files are carried out in the order given`() throws {
    try Scratch.folder { folder in
      let file = try folder.writing("RETURN 2 AS b;\n", to: "two.cypher")
      let outcome = try DossierBinary.run("--no-init", "-m", "csv", "-c", "RETURN 1 AS a", "-f", file, "-c", "RETURN 3 AS c")
      #expect(outcome.output == "a\n1\nb\n2\nc\n3\n")
    }
  }

  @Test func `parameters are JSON, or else strings`() throws {
    let outcome = try DossierBinary.run(
      "--no-init", "-P", "a={\"k\": [1, 2.5, null]}", "-P", "b=plain text", "-P", "c=", "-c", "RETURN $a AS a, $b AS b, $c AS c")
    #expect(outcome.output == "{\"a\":{\"k\":[1,2.5,null]},\"b\":\"plain text\",\"c\":\"\"}\n")
  }

  @Test(
    "the exit code says how it went",
    arguments: [
      (["-c", "RETURN 1"], 0), (["-c", "RETURN nothing"], 1), (["-c", "RETURN (1"], 4), (["-c", "RETURN 'a"], 4),
      (["--frobnicate"], 2), (["-m", "nonsense"], 2), (["--fail-fast", "--fail-at-end"], 2), (["-P", "noequal"], 2),
      (["/nonexistent/graph.dossier", "-r", "-c", "RETURN 1"], 3), (["/nonexistent/folder/graph.dossier", "-c", "RETURN 1"], 3),
      (["nothing-here", "-c", "RETURN 1"], 3), (["-f", "/nonexistent/script.cypher"], 1), (["-c", ":frobnicate"], 1),
      (["-c", ":exit"], 0), (["-V"], 0), (["--help"], 0),
      (["--timeout", "0.2", "-c", endless], 124),
    ] as [([String], Int32)])
  func status(arguments: [String], status: Int32) throws {
    #expect(try DossierBinary.run(["--no-init"] + arguments).status == status)
  }

  @Test func `a script ends at its first failure, or goes on if it is told to`() throws {
    let statements = "RETURN 1 AS a; RETURN nothing; RETURN 2 AS b;"
    let fast = try DossierBinary.run("--no-init", "-c", statements)
    #expect(fast.output == "{\"a\":1}\n")
    let late = try DossierBinary.run("--no-init", "--fail-at-end", "-c", statements)
    #expect(late.output == "{\"a\":1}\n{\"b\":2}\n")
    #expect(late.status == 1)
  }

  @Test func `an error names its file and its line there`() throws {
    try Scratch.folder { folder in
      let file = try folder.writing("// head\nRETURN 1 AS a;\n\nMATCH (n)\nRETURN titel(n);\n", to: "wrong.cypher")
      let outcome = try DossierBinary.run("--no-init", "-f", file)
      #expect(outcome.status == 1)
      #expect(outcome.complaint.contains("\(file), line 5, column 8\n5 | RETURN titel(n)\n"))
    }
  }

  @Test func `errors are JSON where results are`() throws {
    let outcome = try DossierBinary.run("--no-init", "--jsonl", "-c", "RETURN nothing")
    #expect(outcome.complaint.hasPrefix("{\"error\": {\"code\": \"UndefinedVariable\""))
    #expect(outcome.complaint.split(separator: "\n").count == 1)
  }

  @Test func `what is saved is there when it is opened again, for reading too`() throws {
    try Scratch.folder { folder in
      let graph = folder.appending(path: "bridge.dossier").path
      #expect(try DossierBinary.run("--no-init", graph, "-c", "CREATE (:Person {name: 'Ana Ruiz'})").status == 0)
      let read = try DossierBinary.run("--no-init", "-r", graph, "-c", "MATCH (p:Person) RETURN p.name AS name")
      #expect(read.output == "{\"name\":\"Ana Ruiz\"}\n")
      let refused = try DossierBinary.run("--no-init", "-r", graph, "-c", "CREATE (:Person)")
      #expect(refused.status == 1)
      let copy = folder.appending(path: "copy.dossier").path
      #expect(try DossierBinary.run("--no-init", graph, "-c", ":save \(copy)").status == 0)
      #expect(try DossierBinary.run("--no-init", copy, "-m", "csv", "-c", "MATCH (n) RETURN count(n) AS n").output == "n\n1\n")
    }
  }

  @Test func `an init file is carried out first`() throws {
    try Scratch.folder { folder in
      let file = try folder.writing(":mode csv\n:param x => 40 + 2\n", to: "init")
      let outcome = try DossierBinary.run("--init", file, "-c", "RETURN $x AS x")
      #expect(outcome.output == "x\n42\n")
    }
  }

  @Test func `results go to the file that is named`() throws {
    try Scratch.folder { folder in
      let path = folder.appending(path: "out.csv").path
      let outcome = try DossierBinary.run("--no-init", "-m", "csv", "-o", path, "-c", "RETURN 1 AS a")
      #expect(outcome.output == "")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "a\n1\n")
    }
  }
}
