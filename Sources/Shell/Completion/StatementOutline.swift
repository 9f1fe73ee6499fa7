import Cypher

/// What can be known of an unfinished statement from its tokens alone: open brackets, variables, the labels they were given.
struct StatementOutline {
  struct Word {
    var kind: Token.Kind
    var keyword: Keyword?
    var text: String
    /// The byte behind it.
    var end: Int
  }

  let words: [Word]

  init(_ statement: String) {
    let bytes = Array(statement.utf8)
    words = Tokenizer.tokens(of: statement).compactMap { token in
      // A comment matters only if the cursor is in it.
      let isOver = token.kind == .comment && (token.upperBound < bytes.count || bytes.suffix(2) == [0x2A, 0x2F])
      guard !isOver else { return nil }
      let text = String(decoding: bytes[token.lowerBound..<token.upperBound], as: UTF8.self)
      return Word(kind: token.kind, keyword: token.keyword, text: text, end: token.upperBound)
    }
  }

  /// The innermost bracket that `words` leave open.
  func innermostBracket(_ words: [Word]) -> Token.Kind? {
    openBrackets(words).last.map { words[$0].kind }
  }

  /// Places of the brackets that are open at the end.
  private func openBrackets(_ words: [Word]) -> [Int] {
    var open: [Int] = []
    for (index, word) in words.enumerated() {
      switch word.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: open.append(index)
      case .rightParenthesis, .rightBracket, .rightBrace: _ = open.popLast()
      default: break
      }
    }
    return open
  }

  /// The labels or types before a map that opens inside a node or relationship; nil if the brace is anything else.
  func namesBeforeOpenBrace(_ words: [Word]) -> Set<String>? {
    guard let brace = openBrackets(words).last, words[brace].kind == .leftBrace, brace > 0 else { return nil }
    guard let outer = openBrackets(Array(words[..<brace])).last, words[outer].kind != .leftBrace else { return nil }
    return Set(
      words[outer..<brace].enumerated().compactMap { offset, word in
        offset > 0 && Self.isName(word) && [.colon, .bar].contains(words[outer + offset - 1].kind) ? word.text : nil
      })
  }

  /// Labels and types that a variable was given anywhere in the statement.
  func names(of variable: String) -> Set<String> {
    var names: Set<String> = []
    for index in words.indices where words[index].text == variable && Self.isName(words[index]) {
      var next = index + 1
      while next + 1 < words.count, [.colon, .bar].contains(words[next].kind), Self.isName(words[next + 1]) {
        names.insert(words[next + 1].text)
        next += 2
      }
    }
    return names
  }

  /// Variables that can be used behind `words`: those of patterns and of AS; behind a WITH only what it passes on.
  func variables(_ words: [Word]) -> Set<String> {
    var known: Set<String> = []
    var passedOn: Set<String>?
    for (index, word) in words.enumerated() {
      if let keyword = word.keyword, word.kind == .keyword {
        if let passed = passedOn, Self.endsProjection(keyword) {
          known = passed
          passedOn = nil
        }
        if keyword == .with, index == 0 || words[index - 1].keyword != .starts && words[index - 1].keyword != .ends {
          passedOn = []
        }
      }
      guard word.kind == .name || word.kind == .quotedName else {
        if word.kind == .star, index > 0, words[index - 1].keyword == .with { passedOn = known }
        continue
      }
      if isBinding(index, in: words) {
        known.insert(word.text)
        if index > 0, words[index - 1].keyword == .as { passedOn?.insert(word.text) }
      } else if known.contains(word.text), isWholeItem(index, in: words) {
        passedOn?.insert(word.text)
      }
    }
    return known
  }

  private func isBinding(_ index: Int, in words: [Word]) -> Bool {
    guard index > 0 else { return false }
    let next = index + 1 < words.count ? words[index + 1].kind : .semicolon
    switch words[index - 1].kind {
    case .keyword where words[index - 1].keyword == .as: return true
    case .leftParenthesis, .leftBracket: return next != .leftParenthesis && next != .dot
    default: return next == .equal && index + 2 < words.count && words[index + 2].kind == .leftParenthesis
    }
  }

  /// True for `a` in `WITH a, b`.
  private func isWholeItem(_ index: Int, in words: [Word]) -> Bool {
    let previous = words[index - 1]
    let next = index + 1 < words.count ? words[index + 1] : nil
    let startsItem = previous.kind == .comma || previous.keyword == .with || previous.keyword == .distinct
    return startsItem && (next == nil || next?.kind == .comma || next?.kind == .keyword && next?.keyword != .as)
  }

  private static func endsProjection(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .match, .optional, .where, .return, .with, .unwind, .create, .merge, .set, .delete, .detach, .remove, .call, .order,
      .skip, .limit:
      true
    default: false
    }
  }

  private static func isName(_ word: Word) -> Bool {
    word.kind == .name || word.kind == .quotedName || word.kind == .keyword
  }
}
