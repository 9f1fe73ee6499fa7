// Finding what stands at a place of the text. Complexity of each, if not said otherwise: O(log n) in the layer that it looks
// through.
extension Annotations {
  /// The first index for which `isAtOrBehind` holds; it holds for all behind.
  private func partition(_ count: Int, _ isAtOrBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAtOrBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The mentions that begin in `range`, in text order.
  func mentions(beginningIn range: Range<Int>) -> Range<Int> {
    let first = partition(mentions.count) { mentions[$0].tokens.lowerBound >= range.lowerBound }
    let end = partition(mentions.count) { mentions[$0].tokens.lowerBound >= range.upperBound }
    return first..<max(first, end)
  }

  /// Whether a token is inside of quotation marks. Complexity: linear in the quotations of the text.
  func isQuoted(_ token: Int) -> Bool { quotations.contains { $0.tokens.contains(token) } }

  /// The quantities that begin in `range`, in text order.
  func quantities(beginningIn range: Range<Int>) -> Range<Int> {
    let first = partition(quantities.count) { quantities[$0].tokens.lowerBound >= range.lowerBound }
    let end = partition(quantities.count) { quantities[$0].tokens.lowerBound >= range.upperBound }
    return first..<max(first, end)
  }

  /// The time expressions that begin in `range`, in text order.
  func times(beginningIn range: Range<Int>) -> Range<Int> {
    let first = partition(times.count) { times[$0].tokens.lowerBound >= range.lowerBound }
    let end = partition(times.count) { times[$0].tokens.lowerBound >= range.upperBound }
    return first..<max(first, end)
  }

  /// The time expression that begins at a token.
  func time(startingAt token: Int) -> Int? {
    let index = partition(times.count) { times[$0].tokens.lowerBound >= token }
    return index < times.count && times[index].tokens.lowerBound == token ? index : nil
  }

  /// The clauses whose verbs stand in the sentence of a token.
  func clauses(around token: Int) -> Range<Int> {
    let range = sentences[sentenceIndex(ofToken: token)].tokens
    let first = partition(clauses.count) { clauses[$0].mainVerb >= range.lowerBound }
    let end = partition(clauses.count) { clauses[$0].mainVerb >= range.upperBound }
    return first..<max(first, end)
  }
}
