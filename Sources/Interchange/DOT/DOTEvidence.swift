import Graph

/// The sentences behind relationships: what a claim quotes, and from which document.
///
/// A relationship either quotes the sentence itself (`quote`, as `STATED_IN` does) or names its claim by `claim`, which is the
/// `key` of a `Claim` whose `STATED_IN` has the sentence.
struct DOTEvidence {
  private var quotes: [String: (quote: String, document: NodeID)] = [:]
  private var titles: [NodeID: String] = [:]

  /// Goes through `elements` once more if any of `relationships` leads to a claim or a document.
  init(for relationships: [Relationship], in elements: some ElementSource) {
    let wanted = Set(relationships.compactMap { Self.text("claim", $0.content?.properties) })
    guard !wanted.isEmpty || relationships.contains(where: { Self.text("quote", $0.content?.properties) != nil }) else { return }
    var keys: [NodeID: String] = [:]
    for index in 0..<elements.batchCount {
      for element in Self.speakers(of: elements, batch: index) { add(element, wanted: wanted, keys: &keys) }
    }
  }

  /// The elements of a batch that may say something.
  private static func speakers(of elements: some ElementSource, batch index: Int) -> [GraphElement] {
    let batch = elements.batch(index)
    let speaks = batch.names.map {
      batch.kind == .node ? $0.contains("Document") || $0.contains("Claim") : $0[0] == "STATED_IN"
    }
    guard speaks.contains(true) else { return [] }
    var part = batch.selecting((0..<batch.count).filter { speaks[Int(batch.nameNumbers[$0])] })
    part.properties = elements.properties(of: part)
    return (0..<part.count).map(part.element)
  }

  private mutating func add(_ element: GraphElement, wanted: Set<String>, keys: inout [NodeID: String]) {
    switch element {
    case .node(let node):
      if node.labels.contains("Document") {
        titles[node.id] = DOTAppearance.caption(of: node)
      } else if node.labels.contains("Claim"), let key = Self.text("key", node.properties), wanted.contains(key) {
        keys[node.id] = key
      }
    case .relationship(let relationship):
      guard let content = relationship.content, content.type == "STATED_IN", let key = keys[content.source],
        let quote = Self.text("quote", content.properties)
      else { return }
      // The stream's order is not the graph's meaning: of several passages the first by text stands for all.
      if let other = quotes[key], other.quote <= quote { return }
      quotes[key] = (quote, content.target)
    }
  }

  /// The sentence and its source, nil where the graph has none.
  func sentence(of content: Relationship.Content) -> String? {
    if let key = Self.text("claim", content.properties), let found = quotes[key] {
      return Self.joined(found.quote, titles[found.document])
    }
    for name in ["quote", "sentence", "text"] {
      guard let quote = Self.text(name, content.properties) else { continue }
      return Self.joined(quote, titles[content.target] ?? Self.text("source", content.properties))
    }
    return nil
  }

  private static func joined(_ quote: String, _ source: String?) -> String {
    source.map { "\(quote)\n— \($0)" } ?? quote
  }

  private static func text(_ key: String, _ properties: PropertyMap?) -> String? {
    guard case .string(let text)? = properties?[key], !text.isEmpty else { return nil }
    return text
  }
}
