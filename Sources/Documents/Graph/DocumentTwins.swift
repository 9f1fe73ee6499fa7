import Graph

/// What a document has in the same words as one that the graph has already: found once, it is not told twice.
struct DocumentTwins {
  /// The document that says nearly the same.
  let original: KnownDocuments.Original?
  /// Claim of the new document → the original's claim in the same words.
  private(set) var claims: [Int: NodeID] = [:]
  /// Event of the new document → the original's, where a claim in the same words is about each of them alone.
  private(set) var events: [Int: NodeID] = [:]

  init(_ reading: DocumentReading, known: KnownGraph) {
    original = known.documents.original(of: reading.fingerprint)
    guard let original else { return }
    for (index, claim) in reading.annotations.claims.enumerated() {
      let interval = claim.quantity.flatMap(Self.interval)
      let wording = KnownGraph.wording(
        claim.predicate, claim.certainty.rawValue, reading.annotations.text(of: claim.passage), interval?.minimum,
        interval?.maximum)
      guard let twin = known.claim(of: original.node, wording: wording) else { continue }
      claims[index] = twin
      let mine = claim.subjects.compactMap { subject in if case .event(let event) = subject { event } else { nil } }
      let theirs = (known.claims[twin]?.subjects ?? []).filter { known.events[$0] != nil }
      if mine.count == 1, theirs.count == 1, events[mine[0]] == nil { events[mine[0]] = theirs[0] }
    }
  }

  /// As `GraphNumbers` writes it and `KnownGraph` reads it.
  private static func interval(_ quantity: Quantity) -> (minimum: Double?, maximum: Double?) {
    if let value = quantity.value { return (value, value) }
    return (quantity.minimum, quantity.maximum)
  }
}
