import Graph

/// A document that has been read, with what only depends on itself: made by many threads at once before the graph is asked.
public struct DocumentReading: Sendable {
  public let annotations: Annotations
  /// Where the document comes from: what it is known again by when its text has changed. Nil for a text without a place.
  public let origin: String?
  let fingerprint: Fingerprint
  let offsets: ScalarOffsets

  public init(_ annotations: Annotations, origin: String? = nil) {
    self.annotations = annotations
    self.origin = origin
    fingerprint = Fingerprint(annotations)
    offsets = ScalarOffsets(annotations.document.bytes)
  }

  /// The number of words read.
  public var wordCount: Int { annotations.tokens.count { $0.kind != .mark } }
}

/// Annotations → the changes that make them part of a graph of the document schema: who says what happened, to whom, when and
/// where, how sure, and in which characters.
///
///     let changes = ClaimGraphBuilder().changes(for: DocumentReading(annotations), known: KnownGraph(snapshotElements))
public struct ClaimGraphBuilder: Sendable {
  public init() {}

  public func changes(for annotations: Annotations, known: KnownGraph) -> [GraphChange] {
    changes(for: DocumentReading(annotations), known: known)
  }

  /// The changes that add one document. Empty if `known` has a document of the same bytes from the same origin, or, for a
  /// document without an origin, of the same bytes. Entities that the graph has are met again by name or alias and get the new
  /// forms as aliases; claims that a document of nearly the same text has made are stated in both; nothing else that exists is
  /// changed but `disputed`.
  public func changes(for reading: DocumentReading, known: KnownGraph) -> [GraphChange] {
    let digest = reading.annotations.document.digest
    if let origin = reading.origin {
      if known.document(origin: origin, digest: digest)?.isSame == true { return [] }
    } else if known.hasDocument(digest: digest) {
      return []
    }
    var assembly = GraphAssembly(reading, known: known)
    assembly.addIndexes()
    assembly.addDocument()
    assembly.addSentences()
    assembly.addEntities()
    assembly.addEvents()
    assembly.addClaims()
    assembly.addRelations()
    assembly.addParticipants()
    assembly.addContradictions()
    return assembly.changes
  }
}
