/// Headlines capitalise every word of weight, which tells the models nothing and misleads them. Here the words of such
/// lines (and the first of any other headline) get small letters, but for those that the body of the document writes with a
/// capital inside its sentences and for known names. Bytes keep their places: only A–Z change.
struct TrueCasing {
  private(set) var bytes: [UInt8]
  /// Lower-case words that the body writes with a capital inside a sentence, and those that it writes without.
  private var names: Set<Substring> = []
  private var plain: Set<Substring> = []

  init(_ document: Document) {
    bytes = document.bytes
    let headlines = document.blocks.filter { Self.isHeadline($0.kind) }
    guard !headlines.isEmpty else { return }
    for block in document.blocks where block.kind == .paragraph || block.kind == .caption {
      for word in Self.words(in: block.span, bytes) {
        let text = Self.lower(word, bytes)
        if !Self.isCapital(bytes[word.lowerBound]) {
          plain.insert(text)
        } else if !Self.opensSentence(word.lowerBound, block.span, bytes) {
          names.insert(text)
        }
      }
    }
    for block in headlines {
      let words = Self.words(in: block.span, document.bytes)
      // Of other lines only the first word has a capital that means nothing.
      let meaningless = Self.isTitleCase(block.span, bytes) ? words[...] : words.prefix(1)
      var follows = false
      for word in meaningless {
        follows = isName(Self.lower(word, bytes), follows: follows)
        if !follows { for index in word where Self.isCapital(bytes[index]) { bytes[index] |= 0x20 } }
      }
    }
  }

  /// A word that the body has both ways ("the Ulmen River", "the river") is a name only behind another part of one.
  private func isName(_ word: Substring, follows: Bool) -> Bool {
    if plain.contains(word) { return follows && names.contains(word) }
    return names.contains(word) || Gazetteer.isKnownName(String(word))
  }

  private static func isHeadline(_ kind: Document.Block.Kind) -> Bool {
    kind == .title || kind == .heading || kind == .standfirst
  }

  /// Two in three of the longer words begin with a capital.
  private static func isTitleCase(_ span: Span, _ bytes: [UInt8]) -> Bool {
    let longer = words(in: span, bytes).filter { $0.count > 3 }
    return longer.filter { isCapital(bytes[$0.lowerBound]) }.count * 3 >= longer.count * 2
  }

  /// Runs of letters, and of what is beyond ASCII but for its quotation marks and dashes.
  private static func words(in span: Span, _ bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = span.begin
    while index < span.end {
      let start = index
      while index < span.end, isLetter(bytes[index]) { index += 1 }
      if index > start { words.append(start..<index) } else { index += bytes[index] == 0xE2 ? 3 : 1 }
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 && byte != 0xE2 }
  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  private static func lower(_ word: Range<Int>, _ bytes: [UInt8]) -> Substring {
    Substring(decoding: bytes[word].map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether nothing but marks and blanks stands between `index` and the end of a sentence or the begin of the block.
  private static func opensSentence(_ index: Int, _ span: Span, _ bytes: [UInt8]) -> Bool {
    var at = index - 1
    while at >= span.begin {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at -= 1
      case 0x2C, 0x2D, 0x26, 0x2F: return false
      default: return !isLetter(bytes[at]) && bytes[at] &- 0x30 >= 10
      }
    }
    return true
  }
}
