import Graph

/// What a caller may choose about an algorithm.
public struct AlgorithmParameter: Sendable {
  public enum Kind: Sendable, Equatable {
    case integer, float, boolean
    /// A name in the graph.
    case name
    /// A name or a list of names.
    case names
    /// One of a few words.
    case word([String])
    /// Which way relationships are followed, with the way that is taken where none is chosen.
    case direction(Direction)
    case node
    /// A node or a list of nodes.
    case nodes
  }

  public let name: String
  public let kind: Kind
  /// One sentence, with the default in brackets.
  public let summary: String
  /// Another name under which it may be given.
  public let alias: String?

  public init(_ name: String, _ kind: Kind, _ summary: String, alias: String? = nil) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.alias = alias
  }
}

/// One column of what an algorithm tells.
public struct AlgorithmResult: Sendable {
  public enum Kind: Sendable { case node, relationship, relationships, path, integer, float, number }

  public let name: String
  public let kind: Kind

  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// An algorithm as a person calls it: its name, what may be chosen and what it tells.
public struct AlgorithmDescription: Sendable {
  /// The word by which procedures and help call it.
  public let name: String
  public let summary: String
  /// The columns of the result.
  public let results: [AlgorithmResult]
  /// Everything that may be chosen, what is common to all algorithms first.
  public let parameters: [AlgorithmParameter]
  /// What becomes of parallel relationships and loops, which weights there may be, and what else a user should know.
  public let note: String
  /// The time that it takes, in |V| and |E|, the nodes and relationships of the projection.
  public let complexity: String
  /// Who described it, empty for what needs no description.
  public let source: String
}
