import Cypher

/// Changes a statement by its tokens: what comes out is wrong in the ways that people and programs are, so that most of it gets
/// past the lexer and much of it past the parser.
struct TokenMutation {
  /// A token with the blanks in front of it.
  private typealias Piece = [UInt8]

  private var random: FuzzRandom
  private var pieces: [Piece]
  private var tokens: [Token]

  init(_ bytes: [UInt8], random: FuzzRandom) {
    self.random = random
    pieces = []
    tokens = []
    read(bytes)
  }

  var bytes: [UInt8] { Array(pieces.joined()) }

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

  private mutating func read(_ bytes: [UInt8]) {
    // Damaged UTF-8 is mended here, so that spans fit.
    let text = String(decoding: bytes, as: UTF8.self)
    let whole = Array(text.utf8)
    tokens = Tokenizer.tokens(of: text)
    pieces = []
    var end = 0
    for token in tokens {
      pieces.append(Array(whole[end..<token.upperBound]))
      end = token.upperBound
    }
  }

  // MARK: - One change

  private mutating func step() {
    if pieces.isEmpty { read(Array(random.pick(Vocabulary.clauses).utf8)) }
    switch random.number(below: 12) {
    case 0: pieces.removeSubrange(range(upTo: 3))
    case 1: pieces.removeSubrange(group())
    case 2: insert(Array(pieces[range(upTo: 4)]))
    case 3: pieces.swapAt(random.number(below: pieces.count), random.number(below: pieces.count))
    case 4, 5: replaceWithKin()
    case 6: insert([Self.piece(word())])
    case 7, 8: pieces.replaceSubrange(range(upTo: 2), with: [Self.piece(random.pick(Vocabulary.expressions))])
    case 9: insert([Self.piece(random.pick(Vocabulary.clauses))])
    case 10: pieces.replaceSubrange(group(), with: part())
    default: wrap()
    }
    read(bytes)
  }

  private static func piece(_ text: String) -> Piece { Array((" " + text).utf8) }

  private mutating func word() -> String {
    switch random.number(below: 5) {
    case 0: random.pick(Vocabulary.keywords)
    case 1: random.pick(Vocabulary.functions) + "("
    case 2: random.pick(Vocabulary.names)
    case 3: random.pick(Vocabulary.numbers + Vocabulary.strings)
    default: random.pick(Vocabulary.symbols)
    }
  }

  /// Another token of the same sort in the place of one.
  private mutating func replaceWithKin() {
    let index = random.number(below: pieces.count)
    let kin: String
    switch tokens[index].kind {
    case .keyword: kin = random.pick(Vocabulary.keywords)
    case .name, .quotedName, .parameter:
      kin = random.chance(20) ? random.pick(Vocabulary.functions) : random.pick(Vocabulary.names)
    case .string: kin = random.pick(Vocabulary.strings)
    case .decimalInteger, .hexInteger, .octalInteger, .float: kin = random.pick(Vocabulary.numbers)
    default: kin = random.pick(Vocabulary.symbols)
    }
    pieces[index] = Self.piece(kin)
  }

  /// Brackets or a call around a part, perhaps many times over.
  private mutating func wrap() {
    let inside = group()
    let (open, close) = random.pick([
      ("(", ")"), ("[", "]"), ("{a: ", "}"), ("NOT (", ")"), ("-", ""), ("coalesce(", ")"), ("EXISTS { MATCH (n) WHERE ", " }"),
      ("[x IN ", " | x]"), ("CASE WHEN ", " THEN 1 END"), ("(", "){1,2}"), ("CALL { ", " }"), ("toString(", ")"),
    ])
    let count = random.chance(5) ? 1 << random.number(below: 9) : 1
    let opening = Self.piece(String(repeating: open, count: count))
    let closing = Self.piece(String(repeating: close, count: count))
    pieces.insert(closing, at: inside.upperBound)
    pieces.insert(opening, at: inside.lowerBound)
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
    switch tokens[start].kind {
    case .leftParenthesis, .leftBracket, .leftBrace: return start..<closing(of: start)
    case .keyword:
      let next = tokens[(start + 1)...].firstIndex { $0.kind == .keyword } ?? tokens.count
      return start..<next
    default: return start..<(start + 1)
    }
  }

  private func closing(of start: Int) -> Int {
    var depth = 0
    for index in start..<tokens.count {
      switch tokens[index].kind {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        depth -= 1
        if depth <= 0 { return index + 1 }
      default: break
      }
    }
    return tokens.count
  }
}
