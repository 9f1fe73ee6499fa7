import Graph

/// What a drawing of a graph of documents leaves out to be seen at a glance: every mention and passage leads to its document, so
/// drawn they hide who did what to whom. The sentences themselves stand in the tooltips of what is drawn.
struct DOTOverview {
  /// Where things stand in documents.
  private static let evidenceTypes: Set = ["MENTIONED_IN", "STATED_IN", "SENTENCE_OF"]
  private static let evidenceLabels: Set = ["Sentence", "Correction"]
  /// A claim with one of these has a voice of its own or an opponent.
  private static let voiceTypes: Set = ["SAID_BY", "CONTRADICTS"]

  /// Draws all but the sentences themselves, for frames that stand for documents.
  let drawsPassages: Bool
  /// The ids of the ends of relationships that are evidence.
  private var evidenced: Set<UInt32> = []
  /// The ids of the claims that somebody says or that contradict each other, and of the speakers.
  private var voiced: Set<UInt32> = []

  init(drawsPassages: Bool) {
    self.drawsPassages = drawsPassages
  }

  /// True where there is something to leave out.
  var isOfDocuments: Bool { !evidenced.isEmpty }

  /// Takes in a batch of relationships.
  ///
  /// - Returns: those that an overview may draw.
  mutating func note(_ batch: ElementBatch) -> ElementBatch {
    let isEvidence = batch.names.map { Self.evidenceTypes.contains($0[0]) }
    let isVoice = batch.names.map { Self.voiceTypes.contains($0[0]) }
    for place in 0..<batch.count {
      let name = Int(batch.nameNumbers[place])
      if isEvidence[name] { evidenced.formUnion([batch.sources[place], batch.targets[place]]) }
      if isVoice[name] { voiced.formUnion([batch.sources[place], batch.targets[place]]) }
    }
    let isLeftOut = batch.names.map { leavesOut(type: $0[0]) }
    return batch.selecting((0..<batch.count).filter { !isLeftOut[Int(batch.nameNumbers[$0])] })
  }

  /// Whether a relationship says where something stands in a document.
  func leavesOut(type: String) -> Bool { !drawsPassages && Self.evidenceTypes.contains(type) }

  /// Whether a node is left out for what it is, before its properties are known.
  func leavesOut(labels: [String]) -> Bool { labels.count == 1 && Self.evidenceLabels.contains(labels[0]) }

  /// Whether a node is a claim that the document makes itself and nobody disputes: what it is about is drawn as a fact.
  func isOwnVoice(_ node: Node) -> Bool {
    guard !drawsPassages, node.labels.contains("Claim"), evidenced.contains(node.id.rawValue),
      !voiced.contains(node.id.rawValue)
    else { return false }
    if case .string("confirmed")? = node.properties["certainty"] { return true }
    return false
  }

  /// Whether a node that no drawn relationship ends at says nothing: it has only evidence.
  func isBare(_ node: Node) -> Bool { !drawsPassages && evidenced.contains(node.id.rawValue) }
}
