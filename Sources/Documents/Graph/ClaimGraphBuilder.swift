import Graph

/// Annotations → the changes that make them part of a graph of the document schema: who says what happened, to whom, when and
/// where, how sure, and in which characters.
///
///     let changes = ClaimGraphBuilder().changes(for: annotations, known: KnownGraph(snapshotElements))
public struct ClaimGraphBuilder: Sendable {
  public init() {}

  /// The changes that add one document. Empty if `known` has a document of the same bytes. Entities that the graph has are
  /// met again by name or alias and get the new forms as aliases; nothing else that exists is changed but `disputed`.
  public func changes(for annotations: Annotations, known: KnownGraph) -> [GraphChange] {
    guard !known.hasDocument(digest: annotations.document.digest) else { return [] }
    var assembly = GraphAssembly(annotations, known: known)
    assembly.addIndexes()
    assembly.addDocument()
    assembly.addEntities()
    assembly.addEvents()
    assembly.addClaims()
    assembly.addRelations()
    assembly.addParticipants()
    assembly.addContradictions()
    return assembly.changes
  }
}
