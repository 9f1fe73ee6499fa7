import Cypher
import Graph
import GraphStorage

/// Full-text search whose answers are sentences with their places: over the index `sentences` that reading documents makes.
struct SentenceSearch {
  private static let indexName = "sentences"

  private let context: EvaluationContext
  private let snapshot: GraphSnapshot

  init(_ context: EvaluationContext) {
    self.context = context
    snapshot = context.snapshot
  }

  /// Sentence, document, number, begin, end, the sentence with its marks, score; best first, then by id.
  func records(_ text: String, _ window: SearchWindow) throws(CypherError) -> [[Value]] {
    var places: [(sentence: NodeID, place: RelationshipID, score: Double)] = []
    let hits = try asCypherError { () throws(StorageError) in try snapshot.search(Self.indexName, text) }
    guard let type = snapshot.relationshipTypeID("SENTENCE_OF"), let key = snapshot.propertyKeyID("text") else { return [] }
    for hit in hits {
      var documents: [NodeID] = []
      var relationships: [RelationshipID] = []
      snapshot.expand(NodeID(hit.element), types: [type], .outgoing, into: &documents, relationships: &relationships)
      places += relationships.sorted().map { (NodeID(hit.element), $0, hit.score) }
    }
    try context.poll()
    let shown = window.cut(places)
    let texts = shown.map { snapshot.property(key, of: $0.sentence).stringOrEmpty }
    let matches = try asCypherError { () throws(StorageError) in
      try snapshot.matchedWords(Self.indexName, text, in: texts)
    }
    return shown.indices.map { index in
      let (_, place, score) = shown[index]
      let numbers = ["sentence", "begin", "end"].map { key in
        snapshot.propertyKeyID(key).map { snapshot.property($0, of: place) } ?? .null
      }
      return [.string(texts[index]), .node(Node(id: snapshot.target(of: place)))] + numbers
        + [.string(Self.marked(texts[index], matches[index])), .float(score)]
    }
  }

  /// Matched words between `**`; neighbours with nothing but a blank between them share the marks.
  private static func marked(_ text: String, _ words: [Range<Int>]) -> String {
    let bytes = Array(text.utf8)
    var runs: [Range<Int>] = []
    for word in words {
      if let last = runs.last, bytes[last.upperBound..<word.lowerBound].allSatisfy({ $0 == 0x20 }) {
        runs[runs.count - 1] = last.lowerBound..<word.upperBound
      } else {
        runs.append(word)
      }
    }
    var marked: [UInt8] = []
    var place = 0
    for run in runs {
      marked += bytes[place..<run.lowerBound] + [0x2A, 0x2A] + bytes[run] + [0x2A, 0x2A]
      place = run.upperBound
    }
    return String(decoding: marked + bytes[place...], as: UTF8.self)
  }
}

extension Value {
  fileprivate var stringOrEmpty: String { if case .string(let text) = self { text } else { "" } }
}
