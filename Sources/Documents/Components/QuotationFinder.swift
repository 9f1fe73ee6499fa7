/// Quotation marks → quotations. A quotation that is not closed at its paragraph's end goes on in the next paragraph if that
/// opens with a mark again, as newspapers print it.
struct QuotationFinder: Component {
  let name = "quotation finder"
  let requires: Set<Layer> = [.tokens, .sentences, .tags]
  let assigns: Set<Layer> = [.quotations]

  /// Fewer words than this between the marks are a phrase picked out, if no verb makes a sentence of them.
  private static let fragmentWordCount = 5

  func annotate(_ annotations: inout Annotations) {
    let tokens = annotations.tokens
    var opened: Int?
    for (index, token) in tokens.enumerated() {
      let startsBlock = index > 0 && tokens[index - 1].block != token.block
      if startsBlock, let begin = opened {
        // The paragraph ended inside a quotation.
        append(begin..<index, to: &annotations)
        opened = nil
      }
      switch token.form {
      case "“", "«", "„": opened = index
      case "”", "»":
        if let begin = opened { append(begin..<(index + 1), to: &annotations) }
        opened = nil
      case "\"":
        if let begin = opened {
          append(begin..<(index + 1), to: &annotations)
          opened = nil
        } else {
          opened = index
        }
      case "‘" where opened == nil:
        if let end = closingSingle(after: index, in: tokens) { append(index..<(end + 1), to: &annotations) }
      default: break
      }
    }
    if let begin = opened { append(begin..<tokens.count, to: &annotations) }
  }

  private func closingSingle(after index: Int, in tokens: [Token]) -> Int? {
    var at = index + 1
    while at < tokens.count, tokens[at].block == tokens[index].block, at - index < 120 {
      if tokens[at].form == "’" { return at }
      at += 1
    }
    return nil
  }

  /// "Not now, not ever.": what stands between marks from a sentence's first word to its stop was said as it stands.
  private func isWholeSentence(_ range: Range<Int>, _ annotations: Annotations) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: range.lowerBound)]
    return sentence.kind == .paragraph && sentence.tokens.lowerBound == range.lowerBound
      && range.upperBound >= sentence.tokens.upperBound && range.count > 3
      && [".", "!", "?", "…"].contains(annotations.tokens[range.upperBound - 2].form)
  }

  private func append(_ range: Range<Int>, to annotations: inout Annotations) {
    guard range.count > 2 else { return }
    let words = range.filter { annotations.tokens[$0].kind != .mark }
    let hasVerb = words.contains { index in
      let tag = annotations.tags[index]
      return tag == .verbPast || tag == .verbThird || tag == .verbBase || tag == .modal
        || (tag == .auxiliary && annotations.tokens[index].lower != "being")
    }
    let hasSubject = words.contains { index in
      let tag = annotations.tags[index]
      return tag.isNominal || tag == .pronoun
    }
    let isFragment =
      !(hasVerb && hasSubject) && !isWholeSentence(range, annotations)
      || words.count < Self.fragmentWordCount
        && annotations.tokens[range.lowerBound + 1].form
          == annotations.tokens[range.lowerBound + 1].lower
    annotations.quotations.append(Quotation(tokens: range, isFragment: isFragment))
  }
}
