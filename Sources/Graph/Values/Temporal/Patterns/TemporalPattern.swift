/// A pattern such as `EEEE, d. MMMM yyyy 'at' HH:mm`, by which `format()` writes temporal values: the notation of Java's
/// `DateTimeFormatter`, with English names.
///
/// A letter repeated stands for a field, and how often it stands there for how it is written; text between quotation marks is
/// copied, `''` is one such mark, what stands in `[…]` is left out where the value lacks a field of it, and `ppH` fills the field
/// up to two letters with blanks. Not there are `z`, `v` (names of zones), `B` (times of day) and what depends on a locale.
struct TemporalPattern {
  indirect enum Item: Equatable {
    case literal(String)
    /// `width` is what it is filled up to.
    case field(letter: Character, count: Int, width: Int)
    case optional([Item])
  }

  let items: [Item]

  /// Throws `invalidArgument` for what is no pattern, with the reason.
  init(_ text: String) throws(ValueError) {
    var parser = Parser(text)
    items = try parser.items(isOptional: false)
  }

  /// Writes a value by the pattern, each field by `field`; a part in brackets is left out where that throws.
  func text(_ field: (_ letter: Character, _ count: Int) throws(ValueError) -> String) throws(ValueError) -> String {
    try Self.text(items, field)
  }

  private static func text(
    _ items: [Item], _ field: (_ letter: Character, _ count: Int) throws(ValueError) -> String
  ) throws(ValueError) -> String {
    var result = ""
    for item in items {
      switch item {
      case .literal(let text): result += text
      case .field(let letter, let count, let width):
        let text = try field(letter, count)
        result += String(repeating: " ", count: max(0, width - text.count)) + text
      case .optional(let inner): result += (try? Self.text(inner, field)) ?? ""
      }
    }
    return result
  }

  /// The letters that the pattern asks for.
  var letters: Set<Character> { Self.letters(items) }

  private static func letters(_ items: [Item]) -> Set<Character> {
    var letters: Set<Character> = []
    for item in items {
      switch item {
      case .literal: break
      case .field(let letter, _, _): letters.insert(letter)
      case .optional(let inner): letters.formUnion(Self.letters(inner))
      }
    }
    return letters
  }
}

extension TemporalPattern {
  private struct Parser {
    /// Brackets nest no deeper than this: a pattern comes from a query.
    private static let deepest = 100

    let text: String
    private let letters: [Character]
    private var position = 0
    private var depth = 0

    init(_ text: String) {
      self.text = text
      letters = Array(text)
    }

    mutating func items(isOptional: Bool) throws(ValueError) -> [Item] {
      var items: [Item] = []
      while position < letters.count {
        let letter = letters[position]
        switch letter {
        case "'": items.append(.literal(try quoted()))
        case "[":
          position += 1
          depth += 1
          guard depth < Self.deepest else { throw refused("brackets are nested too deep") }
          items.append(.optional(try self.items(isOptional: true)))
          depth -= 1
        case "]":
          guard isOptional else { throw refused("] has no [ before it") }
          position += 1
          return items
        case "{", "}", "#": throw refused("\(letter) has no meaning, write '\(letter)' for the sign itself")
        case "a"..."z", "A"..."Z": items.append(try field())
        default:
          items.append(.literal(String(letter)))
          position += 1
        }
      }
      // A bracket that is open at the end closes there.
      return items
    }

    private mutating func run() -> (letter: Character, count: Int) {
      let letter = letters[position]
      let count = letters[position...].prefix { $0 == letter }.count
      position += count
      return (letter, count)
    }

    private mutating func field() throws(ValueError) -> Item {
      var (letter, count) = run()
      var width = 0
      if letter == "p" {
        width = count
        guard position < letters.count, letters[position].isASCII, letters[position].isLetter, letters[position] != "p" else {
          throw refused("p is followed by no field that it could fill up")
        }
        (letter, count) = run()
      }
      return .field(letter: letter, count: count, width: width)
    }

    /// `'text'`, in which `''` is a quotation mark; `''` alone is one too.
    private mutating func quoted() throws(ValueError) -> String {
      var result = ""
      position += 1
      while position < letters.count {
        let letter = letters[position]
        position += 1
        if letter == "'" {
          guard position < letters.count, letters[position] == "'" else { return result.isEmpty ? "'" : result }
          position += 1
        }
        result.append(letter)
      }
      throw refused("a quotation mark is not closed")
    }

    private func refused(_ reason: String) -> ValueError {
      .invalidArgument("the pattern \"\(text)\" cannot be read: \(reason)")
    }
  }
}

extension Value {
  /// A temporal value written by a pattern (`TemporalPattern`). Throws `invalidType` for other values, `invalidArgument` for a
  /// pattern that cannot be read or asks for what the value does not have.
  public func formatted(by pattern: String) throws(ValueError) -> String {
    let pattern = try TemporalPattern(pattern)
    if case .duration(let duration) = self {
      let fields = DurationPatternFields(duration, letters: pattern.letters)
      return try pattern.text { (letter, count) throws(ValueError) in try fields.text(letter, count) }
    }
    guard type.isTemporal else { throw .invalidType("format() takes a temporal value, found \(type.rawValue)") }
    let fields = InstantPatternFields(self)
    return try pattern.text { (letter, count) throws(ValueError) in try fields.text(letter, count) }
  }
}
