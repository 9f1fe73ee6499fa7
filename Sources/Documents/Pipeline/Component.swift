/// One step of reading. A component adds layers and leaves the layers that it requires as they are, so a component that
/// learnt its answers can stand in for one that follows rules.
public protocol Component: Sendable {
  /// Stands in the provenance of what it found.
  var name: String { get }
  var requires: Set<Layer> { get }
  var assigns: Set<Layer> { get }

  /// False for rules that hold in English only.
  var isForAnyLanguage: Bool { get }

  func annotate(_ annotations: inout Annotations)
}

extension Component {
  public var isForAnyLanguage: Bool { false }
}

/// Why components cannot run in the order given.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
  public let component: String
  public let missing: [Layer]

  public var description: String {
    let layers = missing.map(\.rawValue).joined(separator: ", ")
    return "\(component) requires \(layers), which no component before it assigns; put one that does in front of it"
  }
}
