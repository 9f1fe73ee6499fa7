import Graph

/// The documents of a graph: which have been read, from where, and which say nearly the same.
struct KnownDocuments: Sendable {
  struct Document: Sendable {
    var digest: String
    var origin: String?
    var fingerprint: Fingerprint?
    var date: CivilDay?
    /// True for a document that is linked to one that says the same.
    var isCopy = false
  }

  /// A document that another one says nearly the same as.
  struct Original {
    var node: NodeID
    var resemblance: Double
  }

  /// From this resemblance on two documents are one text in two versions.
  private static let smallestResemblance = 0.6

  private(set) var documents: [NodeID: Document] = [:]
  private var nodesOfDigest: [String: [NodeID]] = [:]
  private var nodeOfOrigin: [String: NodeID] = [:]
  private var copies: [NodeID: [NodeID]] = [:]
  /// Band of a fingerprint → the documents that have it, copies left out.
  private var nodesOfBand: [UInt64: [NodeID]] = [:]

  mutating func add(_ node: NodeID, _ properties: PropertyMap) {
    guard let digest = properties["sha256"]?.text else { return }
    let document = Document(
      digest: digest, origin: properties["origin"]?.text, fingerprint: properties["fingerprint"]?.text.flatMap(Fingerprint.init),
      date: properties["date"]?.text.flatMap(CivilDay.init(iso:)))
    documents[node] = document
    nodesOfDigest[digest, default: []].append(node)
    if let origin = document.origin { nodeOfOrigin[origin] = node }
    noteBands(of: node, document)
  }

  mutating func move(_ node: NodeID, to origin: String) {
    if let old = documents[node]?.origin, nodeOfOrigin[old] == node { nodeOfOrigin[old] = nil }
    documents[node]?.origin = origin
    nodeOfOrigin[origin] = node
  }

  mutating func noteCopy(_ node: NodeID, of original: NodeID) {
    copies[original, default: []].append(node)
    guard let document = documents[node], !document.isCopy else { return }
    documents[node]!.isCopy = true
    forgetBands(of: node, document)
  }

  mutating func remove(_ node: NodeID) {
    guard let document = documents.removeValue(forKey: node) else { return }
    nodesOfDigest[document.digest]?.removeAll { $0 == node }
    if let origin = document.origin, nodeOfOrigin[origin] == node { nodeOfOrigin[origin] = nil }
    if !document.isCopy { forgetBands(of: node, document) }
    // What was a copy of it stands for itself now.
    for copy in copies.removeValue(forKey: node) ?? [] {
      guard let document = documents[copy] else { continue }
      documents[copy]!.isCopy = false
      noteBands(of: copy, document)
    }
  }

  private mutating func noteBands(of node: NodeID, _ document: Document) {
    for band in document.fingerprint?.bands ?? [] { nodesOfBand[band, default: []].append(node) }
  }

  private mutating func forgetBands(of node: NodeID, _ document: Document) {
    for band in document.fingerprint?.bands ?? [] {
      nodesOfBand[band]?.removeAll { $0 == node }
      if nodesOfBand[band]?.isEmpty == true { nodesOfBand[band] = nil }
    }
  }

  func has(digest: String) -> Bool { nodesOfDigest[digest]?.isEmpty == false }

  func nodes(digest: String) -> [NodeID] { nodesOfDigest[digest] ?? [] }

  /// The document that was read from there.
  func node(origin: String) -> NodeID? { nodeOfOrigin[origin] }

  /// The document that resembles most, the one read first among equals; copies lead to what they are copies of.
  /// O(documents that share a band).
  func original(of fingerprint: Fingerprint) -> Original? {
    var candidates: Set<NodeID> = []
    for band in fingerprint.bands { candidates.formUnion(nodesOfBand[band] ?? []) }
    var best: Original?
    for node in candidates.sorted() {
      guard let resemblance = documents[node]?.fingerprint?.resemblance(to: fingerprint) else { continue }
      if resemblance >= Self.smallestResemblance, resemblance > best?.resemblance ?? 0 {
        best = Original(node: node, resemblance: resemblance)
      }
    }
    return best
  }
}
