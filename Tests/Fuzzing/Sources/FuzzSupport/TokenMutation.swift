import Cypher

/// Changes a statement by its tokens: what comes out is wrong in the ways that people and programs are, so that most of it gets
/// past the lexer and much of it past the parser.
struct TokenMutation {
  /// A token with the blanks in front of it. Bytes are shared, not copied: a mutation is made for every run of a fuzzer.
  fileprivate struct Piece {
    var bytes: ArraySlice<UInt8>
    var kind: Token.Kind
  }

  private var random: FuzzRandom
  private var pieces: [Piece]

  init(_ bytes: [UInt8], random: FuzzRandom) {
    self.random = random
    pieces = Self.pieces(of: bytes)
  }

  /// The changed statement.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
    for piece in pieces { bytes += piece.bytes }
    return bytes
  }

  mutating func run() {
    for _ in 0...random.number(below: 3) { step() }
  }

  /// Takes a part of `other` in.
  mutating func cross(with other: [UInt8]) {
    var source = TokenMutation(other, random: random)
    let part = source.part()
    random = source.random
    if random.chance(50) {
      insert(part)
    } else {
      pieces.replaceSubrange(group(), with: part)
    }
  }

  fileprivate static func pieces(of bytes: [UInt8]) -> [Piece] {
    // Damaged UTF-8 is mended here, so that spans fit.
    let text = String(decoding: bytes, as: UTF8.self)
    let whole = Array(text.utf8)
    var end = 0
    return Tokenizer.tokens(of: text).map { token in
      defer { end = token.upperBound }
      return Piece(bytes: whole[end..<token.upperBound], kind: token.kind)
    }
  }

  // MARK: - One change

  private mutating func step() {
    if pieces.isEmpty { pieces = phrase(Vocabulary.clauses) }
    switch random.number(below: 12) {
    case 0: pieces.removeSubrange(range(upTo: 3))
    case 1: pieces.removeSubrange(group())
    case 2: insert(Array(pieces[range(upTo: 4)]))
    case 3: pieces.swapAt(random.number(below: pieces.count), random.number(below: pieces.count))
    case 4, 5: replaceWithKin()
    case 6: insert(word())
    case 7, 8: pieces.replaceSubrange(range(upTo: 2), with: phrase(Vocabulary.expressions))
    case 9: insert(phrase(Vocabulary.clauses))
    case 10: pieces.replaceSubrange(group(), with: part())
    default: wrap()
    }
  }

  /// One of the texts of the vocabulary, with a blank in front.
  private mutating func phrase(_ texts: [String]) -> [Piece] { Phrases.pieces(of: random.pick(texts)) }

  private mutating func word() -> [Piece] {
    switch random.number(below: 5) {
    case 0: phrase(Vocabulary.keywords)
    case 1: Phrases.pieces(of: random.pick(Vocabulary.functions) + "(")
    case 2: phrase(Vocabulary.names)
    case 3: random.chance(50) ? phrase(Vocabulary.numbers) : phrase(Vocabulary.strings)
    default: phrase(Vocabulary.symbols)
    }
  }

  /// Another token of the same sort in the place of one.
  private mutating func replaceWithKin() {
    let index = random.number(below: pieces.count)
    let kin: [Piece]
    switch pieces[index].kind {
    case .keyword: kin = phrase(Vocabulary.keywords)
    case .name, .quotedName, .parameter:
      kin = random.chance(20) ? phrase(Vocabulary.functions) : phrase(Vocabulary.names)
    case .string: kin = phrase(Vocabulary.strings)
    case .decimalInteger, .hexInteger, .octalInteger, .float: kin = phrase(Vocabulary.numbers)
    default: kin = phrase(Vocabulary.symbols)
    }
    pieces.replaceSubrange(index...index, with: kin)
  }

  /// Brackets or a call around a part, perhaps many times over.
  private mutating func wrap() {
    let inside = group()
    let (open, close) = random.pick(Self.wrappings)
    let count = random.chance(5) ? 1 << random.number(below: 9) : 1
    pieces.insert(contentsOf: Self.repeated(close, count), at: inside.upperBound)
    pieces.insert(contentsOf: Self.repeated(open, count), at: inside.lowerBound)
  }

  private static let wrappings = [
    ("(", ")"), ("[", "]"), ("{a: ", "}"), ("NOT (", ")"), ("-", ""), ("coalesce(", ")"), ("EXISTS { MATCH (n) WHERE ", " }"),
    ("[x IN ", " | x]"), ("CASE WHEN ", " THEN 1 END"), ("(", "){1,2}"), ("CALL { ", " }"), ("toString(", ")"),
  ]

  private static func repeated(_ text: String, _ count: Int) -> [Piece] {
    let once = Phrases.pieces(of: text)
    return count == 1 ? once : Array(repeatElement(once, count: count).joined())
  }

  private mutating func insert(_ part: [Piece]) {
    pieces.insert(contentsOf: part, at: random.number(below: pieces.count + 1))
  }

  // MARK: - Parts

  private mutating func range(upTo longest: Int) -> Range<Int> {
    let start = random.number(below: pieces.count)
    return start..<min(pieces.count, start + 1 + random.number(below: longest))
  }

  private mutating func part() -> [Piece] { pieces.isEmpty ? [] : Array(pieces[group()]) }

  /// A bracket with all that it holds, or a clause, or a single token.
  private mutating func group() -> Range<Int> {
    guard !pieces.isEmpty else { return 0..<0 }
    let start = random.number(below: pieces.count)
    switch pieces[start].kind {
    case .leftParenthesis, .leftBracket, .leftBrace: return start..<closing(of: start)
    case .keyword:
      let next = pieces[(start + 1)...].firstIndex { $0.kind == .keyword } ?? pieces.count
      return start..<next
    default: return start..<(start + 1)
    }
  }

  private func closing(of start: Int) -> Int {
    var depth = 0
    for index in start..<pieces.count {
      switch pieces[index].kind {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        depth -= 1
        if depth <= 0 { return index + 1 }
      default: break
      }
    }
    return pieces.count
  }
}

/// The tokens of what the vocabulary holds, each text cut once. The fuzzer's thread is the only one that asks.
private enum Phrases {
  nonisolated(unsafe) private static var known: [String: [TokenMutation.Piece]] = [:]

  static func pieces(of text: String) -> [TokenMutation.Piece] {
    if let pieces = known[text] { return pieces }
    let pieces = TokenMutation.pieces(of: Array((" " + text).utf8))
    known[text] = pieces
    return pieces
  }
}
