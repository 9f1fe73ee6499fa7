/// A relationship as a value: its identity and, once it has left the engine, its type, ends and properties.
///
/// `content` is nil inside a running query, for the reason given at `Node`.
public struct Relationship: Sendable {
  public final class Content: Sendable {
    public let type: String
    public let source: NodeID
    public let target: NodeID
    public let properties: PropertyMap

    public init(type: String, source: NodeID, target: NodeID, properties: PropertyMap) {
      self.type = type
      self.source = source
      self.target = target
      self.properties = properties
    }
  }

  public let id: RelationshipID
  public let content: Content?

  /// A bare reference, as the engine passes it about.
  public init(id: RelationshipID) {
    self.id = id
    content = nil
  }

  public init(id: RelationshipID, type: String, source: NodeID, target: NodeID, properties: PropertyMap) {
    self.id = id
    content = Content(type: type, source: source, target: target, properties: properties)
  }
}
