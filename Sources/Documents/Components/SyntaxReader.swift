import Linguistics

/// Text → words, tags, trees and nominal mentions by the trained models. It has tokens of its own, cut as Universal Dependencies
/// cut them, and needs no other layer.
struct SyntaxReader: Component {
  let name = "syntax reader"
  let requires: Set<Layer> = []
  let assigns: Set<Layer> = [.syntax]

  func annotate(_ annotations: inout Annotations) {
    let document = annotations.document
    let blocks = stretches(of: document).map { pieces(of: $0, without: document.markup) }
    annotations.syntax = document.bytes.withUnsafeBufferPointer { LanguageModels.syntax.read($0, blocks: blocks) }
  }

  /// The blocks; of a plain text also what lies between them (mastheads, furniture), so that its words are all there.
  private func stretches(of document: Document) -> [Span] {
    guard document.format == .text else { return document.blocks.map(\.span) }
    var stretches: [Span] = []
    var begin = 0
    for span in document.blocks.map(\.span) + [Span(document.bytes.count, document.bytes.count)] {
      if begin < span.begin, document.bytes[begin..<span.begin].contains(where: { $0 > 0x20 }) {
        stretches.append(Span(begin, span.begin))
      }
      if !span.isEmpty { stretches.append(span) }
      begin = span.end
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
}
