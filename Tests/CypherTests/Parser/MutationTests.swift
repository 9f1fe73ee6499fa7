import Cypher
import Testing
import TestSupport

/// Damaged statements: whatever is done to a text, it is read or refused with a place inside it, and what is read prints.
@Suite struct MutationTests {
  private static let pieces = [
    "(", ")", "[", "]", "{", "}", "'", "\"", "`", "$", "-", "->", "<-", "*", "..", ".", ",", ":", "|", "=", "<", "+=", "\\",
    "\u{0}", "—",
    "é", "👩‍👩‍👧", "//", "/*", "*/", "0x", "1e", "9223372036854775808",
    " NOT ", " IN ", " WHERE ", " WITH ", " RETURN ", " MATCH ",
    " CASE ",
    " END ", " EXISTS { ", " UNION ", " AS ", " IS ", "count(*)", "n", "\n", ";",
  ]

  @Test(arguments: 0..<8) func `damaged statements are read or refused`(round: Int) {
    let seed = UInt64(round)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<250 {
      let text = Self.damaged(&random)
      do throws(CypherError) {
        let statement = try CypherParser.parse(text)
        let printed = CypherPrinter.text(of: statement)
        #expect(throws: Never.self, "seed \(seed): \(text)\nprinted: \(printed)") { try CypherParser.parse(printed) }
        try SemanticAnalyzer.check(statement)
      } catch {
        let end = error.span?.upperBound ?? 0
        #expect(end <= text.utf8.count, "seed \(seed): \(text)")
        #expect(error.rendered(in: text).contains(SafeText.lines(error.message)))
      }
      _ = StatementSplitter.split(text).rest.open
    }
  }

  private static func damaged(_ random: inout SeededGenerator) -> String {
    let texts = ParseTreeTests.texts
    var scalars = Array(texts[Int.random(in: 0..<texts.count, using: &random)].unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        scalars.insert(contentsOf: piece.unicodeScalars, at: place)
      case 1: scalars.removeSubrange(place..<min(scalars.count, place + Int.random(in: 1...6, using: &random)))
      default:
        let end = min(scalars.count, place + Int.random(in: 1...12, using: &random))
        scalars.insert(contentsOf: scalars[place..<end], at: Int.random(in: 0...scalars.count, using: &random))
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
