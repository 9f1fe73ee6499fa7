import Linguistics

/// Text → words, tags, trees and nominal mentions by the trained models, and from them the tokens, tags and sentences that
/// the other components work on: the one reading of a document. Words are cut as Universal Dependencies cut them; tokens
/// are words joined again over their hyphens, and only those that stand in a block.
struct SyntaxReader: Component {
  let name = "syntax reader"
  let requires: Set<Layer> = []
  let assigns: Set<Layer> = [.syntax, .tokens, .sentences, .tags]
  let isForAnyLanguage = true
  /// Nil for those that the program carries.
  var models: SyntaxModels?

  func annotate(_ annotations: inout Annotations) {
    let document = annotations.document
    let stretches = stretches(of: document)
    let blocks = stretches.map { pieces(of: $0.span, without: document.markup) }
    let models = models ?? LanguageModels.syntax
    annotations.syntax = TrueCasing(document).bytes.withUnsafeBufferPointer { models.read($0, blocks: blocks) }
    addTokens(stretches.map(\.block), to: &annotations)
    TokenTags.assign(&annotations)
    for mention in annotations.syntax.mentions where annotations.tokenOfWord[mention.head] >= 0 {
      annotations.nominalTypes[annotations.tokenOfWord[mention.head]] = mention.type
    }
  }

  /// The blocks; of a plain text also what lies between them (mastheads, furniture), so that its words are all there.
  private func stretches(of document: Document) -> [(span: Span, block: Int?)] {
    let blocks = document.blocks.enumerated().map { (span: $1.span, block: Int?.some($0)) }
    guard document.format == .text else { return blocks }
    var stretches: [(span: Span, block: Int?)] = []
    var begin = 0
    for next in blocks + [(Span(document.bytes.count, document.bytes.count), nil)] {
      if begin < next.span.begin, document.bytes[begin..<next.span.begin].contains(where: { $0 > 0x20 }) {
        stretches.append((Span(begin, next.span.begin), nil))
      }
      if !next.span.isEmpty { stretches.append(next) }
      begin = next.span.end
    }
    return stretches
  }

  /// The stretches of `span` that are no markup.
  private func pieces(of span: Span, without markup: [Span]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var begin = span.begin
    for mark in markup where mark.begin >= span.begin && mark.end <= span.end {
      if mark.begin > begin { pieces.append(begin..<mark.begin) }
      begin = max(begin, mark.end)
    }
    if begin < span.end { pieces.append(begin..<span.end) }
    return pieces
  }

  /// Tokens and sentences of the words that stand in a block.
  private func addTokens(_ blockOfStretch: [Int?], to annotations: inout Annotations) {
    let syntax = annotations.syntax
    let document = annotations.document
    annotations.tokenOfWord = [Int](repeating: -1, count: syntax.words.count)
    annotations.tokens.reserveCapacity(syntax.words.count)
    let builder = TokenBuilder(document, words: syntax.words)
    for (number, sentence) in syntax.sentences.enumerated() {
      guard let block = blockOfStretch[syntax.blockOfSentence[number]] else { continue }
      let first = annotations.tokens.count
      var word = sentence.lowerBound
      while word < sentence.upperBound {
        let end = builder.end(from: word, limit: sentence.upperBound)
        for part in word..<end { annotations.tokenOfWord[part] = annotations.tokens.count }
        annotations.tokens.append(builder.token(word..<end, block: block))
        annotations.wordsOfToken.append(word..<end)
        word = end
      }
      let opens = first == 0 || annotations.tokens[first - 1].block != block
      annotations.sentences.append(
        Sentence(
          tokens: first..<annotations.tokens.count, block: block, kind: document.blocks[block].kind, opensBlock: opens))
    }
  }
}
