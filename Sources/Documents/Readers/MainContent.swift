/// Which blocks of a page are its text.
///
/// Where the page marks its text as `article` or `main`, that is it – of several the one with most text. Elsewhere a block is
/// text by its length, its share of links and those of its neighbours: the decision tree of Kohlschütter, Fankhauser and Nejdl,
/// "Boilerplate Detection using Shallow Text Features" (WSDM 2010).
enum MainContent {
  /// A block whose text is mostly links is navigation.
  private static let largestLinkShare = 0.6
  /// An inner article is the text of the page if it has this share of what the outer element has.
  private static let innerShare = 0.6
  /// A classifier that keeps fewer words has not understood the page.
  private static let fewestWords = 50

  static func blocks(of blocks: [HypertextBlock]) -> [HypertextBlock] {
    if let article = mainArticle(blocks) {
      return blocks.filter { $0.articles.contains(article) && !isLinks($0) }
    }
    let chosen = classified(blocks)
    let wordCount = chosen.reduce(0) { $0 + $1.wordCount }
    return wordCount >= fewestWords ? chosen : blocks.filter { !isLinks($0) }
  }

  private static func isLinks(_ block: HypertextBlock) -> Bool { !block.isHeading && block.linkShare > largestLinkShare }

  /// The innermost element that holds most of the marked text.
  private static func mainArticle(_ blocks: [HypertextBlock]) -> Int? {
    var byteCounts: [Int: Int] = [:]
    for block in blocks where !isLinks(block) {
      for article in block.articles { byteCounts[article, default: 0] += block.text.utf8.count }
    }
    guard let most = byteCounts.values.max() else { return nil }
    // Inner elements open later and so have higher numbers.
    return byteCounts.keys.sorted().last { Double(byteCounts[$0]!) >= Double(most) * innerShare }
  }

  private static func classified(_ blocks: [HypertextBlock]) -> [HypertextBlock] {
    var chosen: [HypertextBlock] = []
    var heading: HypertextBlock?
    for index in blocks.indices {
      let block = blocks[index]
      if block.isHeading {
        heading = block
      } else if isText(
        block, after: index > 0 ? blocks[index - 1] : nil, before: index + 1 < blocks.count ? blocks[index + 1] : nil)
      {
        // A heading belongs to the text that follows it.
        if let heading { chosen.append(heading) }
        heading = nil
        chosen.append(block)
      } else {
        heading = nil
      }
    }
    return chosen
  }

  private static func isText(_ block: HypertextBlock, after previous: HypertextBlock?, before next: HypertextBlock?) -> Bool {
    if block.linkShare > 0.333333 { return false }
    if (previous?.linkShare ?? 0) > 0.555556 { return block.wordCount > 40 || (next?.wordCount ?? 0) > 17 }
    if block.wordCount > 16 || (next?.wordCount ?? 0) > 15 { return true }
    return (previous?.wordCount ?? 0) > 4
  }
}
