import Cypher
import Graph

/// How evidence is written: who says what, how sure, and below it the sentence with the words that say so marked.
struct EvidenceText {
  let style: Style
  /// Lines are broken here; nil leaves them as they are.
  let width: Int?

  init(_ context: ShellContext) {
    style = context.console.sinkStyle
    width = context.console.width
  }

  func text(_ evidence: Evidence, number: Int? = nil) -> String {
    let margin = number.map { style.dim(String($0).padded(toWidth: 3, right: true)) + "  " } ?? ""
    let indent = String(repeating: " ", count: number == nil ? 2 : 5)
    var head = headline(evidence)
    head[0] = style.bold(evidence.source) + head[0].dropFirst(evidence.source.count)
    head[head.count - 1] += certainty(evidence.certainty)
    let lines = [margin + head[0]] + (head.dropFirst() + passage(evidence)).map { indent + $0 }
    return lines.joined(separator: "\n")
  }

  /// Who says what. Where the passage is all that the claim says, its meaning stands here in place of the same words again.
  private func headline(_ evidence: Evidence) -> [String] {
    let repeats = evidence.quote.map { TextFlow.isSame($0, Described.string(evidence.claim.properties["text"])) } ?? false
    let text = evidence.source + " SAYS " + (repeats ? evidence.meaning : evidence.statement)
    let words = text.split(separator: " ").map { TextFlow.Word(text: String($0), isMarked: false) }
    let lines = TextFlow.lines(words, width: width.map { $0 - 16 }, style: style)
    return lines[0].hasPrefix(evidence.source) ? lines : [text]
  }

  /// Hearsay looks different from fact.
  func certainty(_ certainty: String?) -> String {
    guard let certainty else { return "" }
    let word = SafeText.oneLine(certainty)
    switch certainty {
    case "confirmed": return "  " + word
    case "denied": return "  " + style.error(word)
    default: return "  " + style.warning(word)
    }
  }

  private func passage(_ evidence: Evidence) -> [String] {
    let place = [
      evidence.document.map(Described.caption), evidence.sentence.map { "sentence \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
    guard let quote = evidence.quote else {
      return [place.isEmpty ? "no passage is given for it" : place + ": no quotation"]
    }
    let words = TextFlow.words(in: quote, marking: Described.string(evidence.claim.properties["text"]))
    let lead = (place.isEmpty ? "" : place + ": ").split(separator: " ").map { TextFlow.Word(text: String($0), isMarked: false) }
    return TextFlow.lines(lead + words, width: width.map { $0 - 5 }, style: style)
  }
}

/// Words set in lines, some of them marked.
enum TextFlow {
  struct Word {
    var text: String
    var isMarked: Bool
  }

  /// The words of a sentence; those that `phrase` covers are marked, if it stands in the sentence, letter case aside.
  static func words(in sentence: String, marking phrase: String?) -> [Word] {
    let words = split(sentence)
    guard let phrase else { return words.map { Word(text: $0, isMarked: false) } }
    let wanted = split(phrase).map(bare).filter { !$0.isEmpty }
    let given = words.map(bare)
    var marked = Set<Int>()
    if !wanted.isEmpty, wanted.count <= given.count {
      for start in 0...(given.count - wanted.count) where Array(given[start..<start + wanted.count]) == wanted {
        marked.formUnion(start..<start + wanted.count)
        break
      }
    }
    return words.enumerated().map { Word(text: $1, isMarked: marked.contains($0)) }
  }

  /// Whether two texts have the same words, letter case and punctuation aside.
  static func isSame(_ a: String, _ b: String?) -> Bool {
    guard let b else { return false }
    return split(a).map(bare).filter { !$0.isEmpty } == split(b).map(bare).filter { !$0.isEmpty }
  }

  /// Lines of at most `width` cells; one if it is nil.
  static func lines(_ words: [Word], width: Int?, style: Style) -> [String] {
    var lines: [[Word]] = [[]]
    var used = 0
    for word in words {
      let length = LetterWidth.of(word.text) + (word.isMarked && !style.isOn ? 4 : 0)
      if let width, used > 0, used + 1 + length > max(width, 20) {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(word)
      used += length + (used > 0 ? 1 : 0)
    }
    return lines.map { join($0, style) }
  }

  /// Neighbouring marked words share one mark.
  private static func join(_ words: [Word], _ style: Style) -> String {
    var runs: [(text: String, isMarked: Bool)] = []
    for word in words {
      if let last = runs.last, last.isMarked == word.isMarked {
        runs[runs.count - 1].text += " " + word.text
      } else {
        runs.append((word.text, word.isMarked))
      }
    }
    return runs.map { $0.isMarked ? style.marked($0.text) : $0.text }.joined(separator: " ")
  }

  private static func split(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { SafeText.oneLine(String($0)) }
  }

  /// Without the punctuation around it, in small letters.
  private static func bare(_ word: String) -> String {
    let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    return String(String.UnicodeScalarView(letters)).lowercased()
  }
}
