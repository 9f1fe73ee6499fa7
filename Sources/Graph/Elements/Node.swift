/// A node as a value: its identity and, once it has left the engine, its labels and properties.
///
/// Inside a running query a node is only its `id` (`content` is nil), so that a later clause sees what an earlier one wrote;
/// the content is attached when a record leaves the engine. Two nodes are the same if their ids are.
public struct Node: Sendable {
  public final class Content: Sendable {
    /// Sorted by name.
    public let labels: [String]
    public let properties: PropertyMap

    public init(labels: [String], properties: PropertyMap) {
      self.labels = labels
      self.properties = properties
    }
  }

  public let id: NodeID
  public let content: Content?

  /// A bare reference, as the engine passes it about.
  public init(id: NodeID) {
    self.id = id
    content = nil
  }

  public init(id: NodeID, labels: [String], properties: PropertyMap) {
    self.id = id
    content = Content(labels: labels, properties: properties)
  }

  public var labels: [String] { content?.labels ?? [] }
  public var properties: PropertyMap { content?.properties ?? PropertyMap() }
}
