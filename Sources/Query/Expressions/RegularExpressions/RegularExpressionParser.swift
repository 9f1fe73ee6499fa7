/// The tree of a regular expression.
indirect enum RegularExpressionNode: Sendable {
  case empty
  case character(CharacterClass)
  case sequence([RegularExpressionNode])
  case choice([RegularExpressionNode])
  case repetition(RegularExpressionNode, minimum: Int, maximum: Int?)
  case textStart
  case textEnd
  case wordBoundary(isNegated: Bool)
}

/// What is wrong with a regular expression, as a sentence.
struct RegularExpressionError: Error {
  var message: String
}

/// Reads the part of Java's syntax (which openCypher's `=~` follows) that needs no backtracking: literals, `.`, classes, groups,
/// `| * + ? {m,n}`, anchors, `\b`, the flags `(?i)` and `(?s)`. Back references and look-around are refused.
struct RegularExpressionParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var ignoresCase = false
  private var dotMatchesLineEnds = false

  /// Beyond it a counted repetition makes an unreasonable program.
  private static let largestRepetition = 1000

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  static func parse(_ text: String) throws(RegularExpressionError) -> RegularExpressionNode {
    var parser = RegularExpressionParser(text)
    let node = try parser.choice()
    guard parser.peek == nil else { throw RegularExpressionError(message: "unmatched `)`") }
    return node
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  private mutating func next() throws(RegularExpressionError) -> Unicode.Scalar {
    guard let scalar = peek else { throw RegularExpressionError(message: "the pattern ends too early") }
    position += 1
    return scalar
  }

  // MARK: - Grammar

  private mutating func choice() throws(RegularExpressionError) -> RegularExpressionNode {
    var alternatives = [try sequence()]
    while take("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws(RegularExpressionError) -> RegularExpressionNode {
    var items: [RegularExpressionNode] = []
    while let scalar = peek, scalar != "|", scalar != ")" { items.append(try repetition(of: try atom())) }
    return items.count == 1 ? items[0] : items.isEmpty ? .empty : .sequence(items)
  }

  private mutating func repetition(
    of atom: RegularExpressionNode
  ) throws(RegularExpressionError) -> RegularExpressionNode {
    var node = atom
    while true {
      if take("*") {
        node = .repetition(node, minimum: 0, maximum: nil)
      } else if take("+") {
        node = .repetition(node, minimum: 1, maximum: nil)
      } else if take("?") {
        node = .repetition(node, minimum: 0, maximum: 1)
      } else if take("{") {
        node = try counted(node)
      } else {
        return node
      }
      // Reluctant or greedy, a whole match is the same.
      _ = take("?")
    }
  }

  /// `{m}`, `{m,}`, `{m,n}` after the brace.
  private mutating func counted(_ node: RegularExpressionNode) throws(RegularExpressionError) -> RegularExpressionNode {
    let minimum = try number()
    var maximum: Int? = minimum
    if take(",") { maximum = peek == "}" ? nil : try number() }
    guard take("}"), maximum ?? minimum >= minimum else {
      throw RegularExpressionError(message: "expected `{m,n}` with m no greater than n")
    }
    return .repetition(node, minimum: minimum, maximum: maximum)
  }

  private mutating func number() throws(RegularExpressionError) -> Int {
    var digits = ""
    while let scalar = peek, ("0"..."9").contains(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard let number = Int(digits), number <= Self.largestRepetition else {
      throw RegularExpressionError(message: "expected a number of repetitions up to \(Self.largestRepetition)")
    }
    return number
  }

  private mutating func atom() throws(RegularExpressionError) -> RegularExpressionNode {
    switch try next() {
    case "(": return try group()
    case "[": return character(try bracketClass())
    case ".": return .character(dotMatchesLineEnds ? .everything : .notLineEnd)
    case "^": return .textStart
    case "$": return .textEnd
    case "\\": return try escape()
    case let scalar where "*+?{".unicodeScalars.contains(scalar):
      throw RegularExpressionError(message: "nothing to repeat before `\(scalar)`")
    case let scalar: return character(CharacterClass(scalar))
    }
  }

  private func character(_ set: CharacterClass) -> RegularExpressionNode {
    var set = set
    set.ignoresCase = ignoresCase
    return .character(set)
  }

  /// After `(`: a group, or flags for the rest of the enclosing group.
  private mutating func group() throws(RegularExpressionError) -> RegularExpressionNode {
    let outer = (ignoresCase, dotMatchesLineEnds)
    if take("?"), !take(":") {
      while let flag = peek, flag != ")", flag != ":" {
        switch flag {
        case "i", "u": ignoresCase = ignoresCase || flag == "i"
        case "s": dotMatchesLineEnds = true
        default: throw RegularExpressionError(message: "`(?\(flag)` is not supported")
        }
        position += 1
      }
      if take(")") { return .empty }
      _ = take(":")
    }
    let node = try choice()
    (ignoresCase, dotMatchesLineEnds) = outer
    guard take(")") else { throw RegularExpressionError(message: "a `(` is not closed") }
    return node
  }

  private mutating func escape() throws(RegularExpressionError) -> RegularExpressionNode {
    switch peek {
    case "b", "B": return .wordBoundary(isNegated: try next() == "B")
    case "A":
      position += 1
      return .textStart
    case "z", "Z":
      position += 1
      return .textEnd
    case "Q":
      position += 1
      return quoted()
    default: return character(try escapedClass())
    }
  }

  /// `\Q…\E`: literal text.
  private mutating func quoted() -> RegularExpressionNode {
    var items: [RegularExpressionNode] = []
    while let scalar = peek {
      position += 1
      if scalar == "\\", take("E") { break }
      items.append(character(CharacterClass(scalar)))
    }
    return .sequence(items)
  }

  /// What a backslash and the scalar after it mean, inside and outside brackets.
  private mutating func escapedClass() throws(RegularExpressionError) -> CharacterClass {
    let scalar = try next()
    switch scalar {
    case "d": return .digits
    case "D": return CharacterClass.digits.negated
    case "w": return .word
    case "W": return CharacterClass.word.negated
    case "s": return .space
    case "S": return CharacterClass.space.negated
    case "n": return CharacterClass("\n")
    case "r": return CharacterClass("\r")
    case "t": return CharacterClass("\t")
    case "u": return try hexadecimal(digitCount: 4)
    case "x": return try hexadecimal(digitCount: 2)
    case let letter where letter.properties.isAlphabetic || ("0"..."9").contains(letter):
      throw RegularExpressionError(message: "`\\\(letter)` is not supported")
    default: return CharacterClass(scalar)
    }
  }

  private mutating func hexadecimal(digitCount: Int) throws(RegularExpressionError) -> CharacterClass {
    var digits = ""
    for _ in 0..<digitCount { digits.unicodeScalars.append(try next()) }
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      throw RegularExpressionError(message: "expected \(digitCount) hexadecimal digits, found `\(digits)`")
    }
    return CharacterClass(scalar)
  }

  /// After `[`: `[a-z_]`, `[^…]`, nested classes as unions.
  private mutating func bracketClass() throws(RegularExpressionError) -> CharacterClass {
    var result = CharacterClass()
    let isNegated = take("^")
    var isFirst = true
    while isFirst || peek != "]" {
      isFirst = false
      let item = try classItem()
      if item.ranges.count == 1, item.ranges[0].count == 1, !item.isNegated, peek == "-", position + 1 < scalars.count,
        scalars[position + 1] != "]"
      {
        position += 1
        let end = try classItem()
        let lower = item.ranges[0].lowerBound
        guard end.ranges.count == 1, !end.isNegated, end.ranges[0].lowerBound >= lower else {
          throw RegularExpressionError(message: "a range in a class runs backwards")
        }
        result.add(lower...end.ranges[0].lowerBound)
      } else {
        result.add(item)
      }
    }
    position += 1
    return isNegated ? result.negated : result
  }

  private mutating func classItem() throws(RegularExpressionError) -> CharacterClass {
    switch try next() {
    case "\\": try escapedClass()
    case "[": try bracketClass()
    case let scalar: CharacterClass(scalar)
    }
  }
}
