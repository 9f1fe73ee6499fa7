import Testing

@testable import Shell

@Suite struct InputAssemblerTests {
  static func units(_ text: String) -> [InputUnit] {
    var assembler = InputAssembler()
    var units: [InputUnit] = []
    for line in text.linesOfText() {
      assembler.append(line: line)
      while let unit = assembler.next() { units.append(unit) }
    }
    return units
  }

  @Test func `statements end with a semicolon, commands with their line`() {
    let text = """
      // a comment; with a semicolon
      MATCH (n)
      RETURN n; RETURN ';' AS x;
      :mode csv;
        :set ids on

      RETURN 2;
      """
    #expect(
      Self.units(text) == [
        InputUnit(kind: .statement, text: "MATCH (n)\nRETURN n", line: 2),
        InputUnit(kind: .statement, text: "RETURN ';' AS x", line: 3),
        InputUnit(kind: .command, text: ":mode csv", line: 4),
        InputUnit(kind: .command, text: ":set ids on", line: 5),
        InputUnit(kind: .statement, text: "RETURN 2", line: 7),
      ])
  }

  @Test func `a colon inside a statement begins no command`() {
    #expect(Self.units("MATCH (n\n:Person) RETURN n;").map(\.kind) == [.statement])
  }

  @Test(
    "the prompt says what is open",
    arguments: [
      ("MATCH", "..."), ("MATCH (n", "..("), ("RETURN [1, {a: (2", "..("), ("RETURN [1", "..["), ("RETURN {a", "..{"),
      ("RETURN 'it", "..'"), ("RETURN \"it", "..\""), ("MATCH (n:`a", "..`"), ("RETURN 1 /* why", "../*"), ("/* why", "../*"),
      ("RETURN (1) // (", "..."), ("RETURN '('", "..."),
    ])
  func open(text: String, mark: String) {
    var assembler = InputAssembler()
    assembler.append(line: text)
    #expect(assembler.openState?.mark == mark)
  }

  @Test(
    "nothing is open behind what is complete",
    arguments: ["", "  ", "RETURN 1;", "// only a comment", ":help", "RETURN 1; // done"])
  func closed(text: String) {
    var assembler = InputAssembler()
    assembler.append(line: text)
    #expect(assembler.openState == nil)
    let rest = assembler.rest()
    #expect(rest == nil)
  }

  @Test func `the last statement of an input needs no semicolon, but nothing in it may be open`() {
    var assembler = InputAssembler()
    assembler.append(line: "RETURN 1")
    let closed = assembler.rest()
    #expect(closed?.isClosed == true)
    #expect(closed?.unit.text == "RETURN 1")
    assembler.append(line: "RETURN (1")
    let open = assembler.rest()
    #expect(open?.isClosed == false)
    let nothing = assembler.rest()
    #expect(nothing == nil)
  }

  @Test func `the prompts are as wide as one another`() {
    let prompt = Prompt(graph: "bridge", isReadOnly: true, transactionMark: "*", open: .construct(.parenthesis))
    #expect(prompt.main == "bridge(ro)*> ")
    #expect(prompt.continuation == "        ..(> ")
  }
}

@Suite struct PlainLineReaderTests {
  static func lines(_ text: String) -> [LineEvent] {
    let reader = PlainLineReader(text: text)
    let prompt = Prompt(graph: "", isReadOnly: false, transactionMark: "", open: nil)
    var events: [LineEvent] = []
    while events.last != .end { events.append(reader.nextLine(prompt: prompt, pending: "")) }
    return events
  }

  @Test func `a last line without a newline counts`() {
    #expect(Self.lines("a\r\n\nb") == [.line("a"), .line(""), .line("b"), .end])
    #expect(Self.lines("a\n") == [.line("a"), .end])
    #expect(Self.lines("") == [.end])
  }
}
