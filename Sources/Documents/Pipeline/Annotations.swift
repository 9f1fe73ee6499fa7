import Linguistics

/// What was found in a document, layer by layer. The document owns the text; everything here is numbers into it or into
/// another layer: `Range<Int>` are token indices, plain `Int`s are indices into the layer that the name says.
public struct Annotations: Sendable {
  public let document: Document
  /// Words, trees and nominal mentions as the trained models see them.
  package internal(set) var syntax = SyntaxReading()
  public internal(set) var tokens: [Token] = []
  /// Token → its words in `syntax`.
  var wordsOfToken: [Range<Int>] = []
  /// Word of `syntax` → its token, -1 for one that stands in no block.
  var tokenOfWord: [Int] = []
  /// In text order, covering every token.
  public internal(set) var sentences: [Sentence] = []
  /// One a token.
  public internal(set) var tags: [Tag] = []
  public internal(set) var tree = DependencyTree()
  public internal(set) var quotations: [Quotation] = []
  public internal(set) var times: [TimeExpression] = []
  public internal(set) var quantities: [Quantity] = []
  public internal(set) var phrases: [Phrase] = []
  /// Token → the innermost phrase that it belongs to, -1 for none.
  var phraseOfToken: [Int] = []
  /// Token → the outermost phrase that begins there, -1 for none.
  var phraseStartingAt: [Int] = []
  /// Head token of a nominal mention of the models → its type.
  var nominalTypes: [Int: NominalType] = [:]
  public internal(set) var clauses: [Clause] = []
  /// Phrases that are some clause's subject.
  var subjectPhrases: Set<Int> = []
  public internal(set) var mentions: [Mention] = []
  /// Phrase → its mention, -1 for none.
  var mentionOfPhrase: [Int] = []
  public internal(set) var entities: [EntityFinding] = []
  public internal(set) var statements: [Statement] = []
  public internal(set) var relations: [RelationFinding] = []
  public internal(set) var events: [EventFinding] = []
  /// In text order.
  var eventMentions: [EventMention] = []
  public internal(set) var claims: [ClaimFinding] = []
  /// Pairs of claims.
  public internal(set) var contradictions: [Contradiction] = []

  init(document: Document) {
    self.document = document
  }

  /// The bytes from the first to the last of `tokenRange`, which is not empty.
  public func span(of tokenRange: Range<Int>) -> Span {
    Span(tokens[tokenRange.lowerBound].span.begin, tokens[tokenRange.upperBound - 1].span.end)
  }

  public func text(of tokenRange: Range<Int>) -> String { document[span(of: tokenRange)] }

  /// The first words of a range in small letters, at most `count`, without marks.
  func firstWords(of range: Range<Int>, _ count: Int) -> [String] {
    var words: [String] = []
    for token in range where tokens[token].kind != .mark {
      guard words.count < count else { break }
      words.append(tokens[token].lower)
    }
    return words
  }

  /// The number of the sentence that holds a token. Complexity: O(log sentences).
  public func sentenceIndex(ofToken token: Int) -> Int {
    var (low, high) = (0, sentences.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if sentences[middle].tokens.lowerBound <= token { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The phrase that begins at a token.
  func phrase(startingAt token: Int) -> Int? { phraseStartingAt[token] >= 0 ? phraseStartingAt[token] : nil }

  /// The innermost phrase that a token belongs to.
  func phrase(at token: Int) -> Int? { phraseOfToken[token] >= 0 ? phraseOfToken[token] : nil }

  /// "Mr Roe and his brother Tom": the phrase that "and" joins to one.
  func phrase(joinedBehind phrase: Int) -> Int? {
    let end = phrases[phrase].tokens.upperBound
    return self.phrase(behind: ["and"], at: end)
  }

  /// "Altan Kerem’s driver", of which a phrase is the possessor.
  func phrase(possessedBy phrase: Int) -> Int? {
    let end = phrases[phrase].tokens.upperBound
    let next = end < tags.count && tags[end] == .possessiveMark ? end + 1 : end
    guard next < tokens.count, let whole = self.phrase(at: next), phrases[whole].possessor == phrase else { return nil }
    return whole
  }

  /// The phrase behind one of these words at a token: that of the fire in "the cause of the fire", where `token` is its "of".
  func phrase(behind words: Set<String>, at token: Int) -> Int? {
    token + 1 < tokens.count && words.contains(tokens[token].lower) ? phrase(startingAt: token + 1) : nil
  }

  /// Whether one of these words opens a clause: it may belong to it or stand before it.
  func isOpened(_ clause: Clause, by words: Set<String>) -> Bool {
    (max(0, clause.begin - 1)...clause.begin).contains { words.contains(tokens[$0].lower) }
  }
}

/// Tokens up to and with the stop and its closing quotes.
public struct Sentence: Sendable {
  public let tokens: Range<Int>
  public let block: Int
  public let kind: Document.Block.Kind
  /// True for the first sentence of a paragraph.
  public let opensBlock: Bool
}

/// A stretch between quotation marks, marks included; it may run over several sentences.
public struct Quotation: Sendable {
  public let tokens: Range<Int>
  /// A few words picked out inside a sentence, not a whole utterance.
  public let isFragment: Bool
}

/// The two claims and why they cannot both stand.
public struct Contradiction: Sendable, Hashable {
  public enum Reason: String, Sendable {
    case numbers, denial, agents
    /// Different tellings of one thing.
    case accounts
  }

  public let first: Int
  public let second: Int
  public let reason: Reason
}
