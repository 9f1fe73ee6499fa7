import Testing

@testable import Documents

@Suite struct MarkedTextTests {
  private static let article = """
    Raid on Riga

    Ana Ruiz said on June 5, 2024 that at least 12 soldiers were killed in an attack on Riga. The army denied it.
    """

  /// The text between the marks, whole and in order.
  private func text(_ line: MarkedText.Line) -> String {
    line.pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  @Test("the marks leave the text as it is, and each closes what it has opened")
  func nesting() throws {
    let annotations = try Reading(Self.article).annotations
    let marked = MarkedText(annotations)
    #expect(marked.lines.map(text) == annotations.sentences.map { annotations.text(of: $0.tokens) })
    var count = 0
    for line in marked.lines {
      var open: [MarkedText.Mark] = []
      for piece in line.pieces {
        switch piece {
        case .open(let mark): open.append(mark)
        case .close(let mark): #expect(open.popLast() == mark)
        case .text: break
        }
        count += 1
      }
      #expect(open.isEmpty)
    }
    #expect(count > 10)
  }

  @Test("without colour brackets tell what is a person, an event, a day; claims stand below their sentence")
  func plain() throws {
    let lines = MentionExport().lines(try Reading(Self.article).annotations, isColored: false)
    #expect(!lines.contains("\u{1B}"))
    for part in ["[Ana Ruiz|Person ", "{killed|Event ", "<June 5, 2024|2024-06-05>", "reported by Ana Ruiz: killed at least 12"] {
      #expect(lines.contains(part), "no \(part) in\n\(lines)")
    }
    let colored = MentionExport().lines(try Reading(Self.article).annotations, isColored: true)
    #expect(colored.contains("\u{1B}[1;36m"))
  }

  @Test("a claim about a happening does not name those who take part in it once more")
  func participants() throws {
    let lines = MentionExport().lines(try Reading(Self.article).annotations, isColored: false)
    #expect(lines.contains("reported by Ana Ruiz: killed at least 12: attack on soldiers\n"), "\(lines)")
  }

  @Test("hostile text can neither move the cursor nor be markup")
  func hostile() throws {
    let text = "\u{1B}[2JAna <script>alert('x')</script> Ruiz\u{202E}\u{61C} said \"a\" & 'b' in Riga\u{7}.\n"
    let annotations = try Reading(text).annotations
    let lines = MentionExport().lines(annotations, isColored: false)
    let page = MentionExport().html(annotations)
    for scalar in ["\u{1B}", "\u{202E}", "\u{61C}", "\u{7}"] as [Unicode.Scalar] {
      #expect(!lines.unicodeScalars.contains(scalar) && !page.unicodeScalars.contains(scalar))
    }
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;alert(&#39;x&#39;)"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test("a page is well-formed: what opens is closed")
  func wellFormed() throws {
    let page = MentionExport().html(try Reading(Self.article).annotations)
    var open: [String] = []
    HypertextTokenizer.tokenize(Array(page.utf8)) { token in
      switch token {
      case .open(let name, _) where name != "meta": open.append(name)
      case .close(let name): #expect(open.popLast() == name)
      default: break
      }
    }
    #expect(open.isEmpty)
  }
}
