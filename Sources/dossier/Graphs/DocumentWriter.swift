import Documents
import Graph
import GraphStorage

/// A document as a thread has left it for the writer.
struct ReadDocument: Sendable {
  enum Content: Sendable {
    case reading(DocumentReading)
    case known
    case failed(String)
  }

  let name: String
  let content: Content
  let wordCount: Int

  /// Reads a document unless the graph had it before the reading began.
  init(_ source: SourceDocument, options: DocumentOptions, known: KnownGraph) {
    name = source.name
    do {
      let document = try source.document(options)
      let origin = source.origin(of: document)
      if known.document(origin: origin, digest: document.digest)?.isSame == true {
        (content, wordCount) = (.known, 0)
      } else {
        let reading = DocumentReading(ReadingPipeline.standard.read(document), origin: origin)
        (content, wordCount) = (.reading(reading), reading.wordCount)
      }
    } catch {
      (content, wordCount) = (.failed(Failure(any: error).message), 0)
    }
  }
}

/// Writes documents into a graph one after the other, and remembers what the graph knows meanwhile.
struct DocumentWriter {
  private let store: GraphStore
  private(set) var known: KnownGraph
  /// What origins are relative to.
  private let folder: String
  /// Origins written since this writer was made: two articles of one file with one id are two documents.
  private var origins: Set<String> = []

  /// Looks through the graph once.
  init(store: GraphStore, folder: String) {
    self.store = store
    self.folder = folder
    known = KnownGraph(source: store.snapshot.elements())
  }

  /// Writes one document in one transaction. An error is of the store, and ends the use of this writer.
  mutating func write(_ document: ReadDocument) throws -> DocumentIngestion.Outcome {
    switch document.content {
    case .known: return .known
    case .failed(let message): return .failed(message)
    case .reading(let reading): return try write(reading)
    }
  }

  private mutating func write(_ reading: DocumentReading) throws -> DocumentIngestion.Outcome {
    var reading = reading
    if let origin = reading.origin, !origins.insert(origin).inserted {
      reading = DocumentReading(reading.annotations, origin: "\(origin) (\(reading.annotations.document.digest.prefix(12)))")
    }
    let old = reading.origin.flatMap { known.document(origin: $0, digest: reading.annotations.document.digest) }
    if old?.isSame == true { return .known }
    if old == nil, let origin = reading.origin, try move(reading.annotations.document.digest, to: origin) { return .known }
    let transaction = try store.begin()
    if let old { try DocumentRemoval(transaction).remove(old.node, from: &known) }
    let changes = ClaimGraphBuilder().changes(for: reading, known: known)
    let created = try transaction.apply(changes)
    try transaction.commit()
    known.apply(changes, created: created)
    let document = reading.annotations.document
    return .read(
      isReplacement: old != nil, isCopy: changes.containsCopy, foreign: document.isEnglish ? nil : document.languageName)
  }
}

extension DocumentWriter {
  /// Gives a document that the graph has from a file that is gone its new place.
  private mutating func move(_ digest: String, to origin: String) throws -> Bool {
    let gone = known.documents(digest: digest).first { !SourceDocument.isThere($0.origin, relativeTo: folder) }
    guard let gone else { return false }
    let change = GraphChange.setProperty(of: .existing(gone.node), key: "origin", value: .string(origin))
    let transaction = try store.begin()
    _ = try transaction.apply([change])
    try transaction.commit()
    known.apply([change], created: [])
    return true
  }
}

extension [GraphChange] {
  /// Whether the document is linked to one of nearly the same text.
  fileprivate var containsCopy: Bool {
    contains { change in if case .createRelationship("DUPLICATE_OF", _, _, _) = change { true } else { false } }
  }
}
