/// Tokens → sentences: at a stop and the quotes that close after it, where what follows can begin a sentence; a block's end
/// always ends one.
struct SentenceSplitter: Component {
  let name = "sentence splitter"
  let requires: Set<Layer> = [.tokens]
  let assigns: Set<Layer> = [.sentences]

  private static let closers: Set<String> = ["”", "\"", "’", "'", ")", "]", "»"]
  private static let starters = WordList.set(
    "the a an he she it they we i in on at but and this that these those its their his her there when while after as if for")

  func annotate(_ annotations: inout Annotations) {
    let tokens = annotations.tokens
    var begin = 0
    for index in tokens.indices {
      let last = index + 1 == tokens.count
      if last || tokens[index + 1].block != tokens[index].block || isBoundary(after: index, in: tokens) {
        let block = tokens[begin].block
        annotations.sentences.append(
          Sentence(
            tokens: begin..<(index + 1), block: block, kind: annotations.document.blocks[block].kind,
            opensBlock: begin == 0 || tokens[begin - 1].block != block))
        begin = index + 1
      }
    }
  }

  /// Whether a sentence ends with the token at `index`; the next is of the same block.
  private func isBoundary(after index: Int, in tokens: [Token]) -> Bool {
    let next = tokens[index + 1]
    // A closing mark is never parted from its stop.
    if Self.closers.contains(next.form), next.span.begin == tokens[index].span.end { return false }
    var stop = index
    while stop > 0, Self.closers.contains(tokens[stop].form) { stop -= 1 }
    let form = tokens[stop].form
    if form == "." || form == "!" || form == "?" || form == "…" {
      return canBegin(next)
    }
    if stop == index, tokens[index].kind == .word, form.hasSuffix("."), Abbreviations.mayEndSentence(tokens[index].lower) {
      return next.isCapitalised && Self.starters.contains(next.lower)
    }
    return false
  }

  private func canBegin(_ token: Token) -> Bool {
    token.isCapitalised || token.kind == .number || ["“", "\"", "‘", "(", "[", "—", "–", "«"].contains(token.form)
      || token.form.first?.isNumber == true
  }
}
