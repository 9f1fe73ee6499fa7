/// What an index is called and what it is over, by names: as it is created, listed, dumped and kept.
public struct IndexDefinition: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Equality, ranges and prefixes of values of every property type.
    case range = "RANGE"
    /// Strings only: equality, prefixes, parts and endings.
    case text = "TEXT"
    /// The words of strings and of lists of strings, ranked.
    case fullText = "FULLTEXT"
  }

  public var name: String
  public var kind: Kind
  public var element: ElementKind
  /// The labels or relationship types; one, but for full text.
  public var owners: [String]
  /// An element is in a range or text index if it has all of these properties, in a full-text index if it has any.
  public var keys: [String]
  /// How the texts of a full-text index are cut into words.
  public var analyzer: TextAnalyzer

  public init(
    name: String, kind: Kind = .range, element: ElementKind = .node, owners: [String], keys: [String],
    analyzer: TextAnalyzer = .standard
  ) {
    self.name = name
    self.kind = kind
    self.element = element
    self.owners = owners
    self.keys = keys
    self.analyzer = analyzer
  }

  /// The name of an index that is given none, such as `index_Person_name`.
  public var generatedName: String {
    let stem =
      switch kind {
      case .range: "index"
      case .text: "text"
      case .fullText: "fulltext"
      }
    return ([stem] + owners + keys).joined(separator: "_")
  }

  /// True if both are of one kind over the same properties of the same elements, whatever they are called.
  public func coversSame(as other: IndexDefinition) -> Bool {
    kind == other.kind && element == other.element && owners == other.owners && keys == other.keys
  }
}

/// How a text is cut into words and how words are made alike before they are compared.
public enum TextAnalyzer: String, Sendable, CaseIterable {
  /// Words of letters and digits, without regard to case and diacritics.
  case standard = "standard-no-stop-words"
  /// The same, and English endings are taken off: `attacks` finds `attacked`.
  case english = "english"

  public var summary: String {
    switch self {
    case .standard: "Words of letters and digits, without regard to case and diacritics"
    case .english: "As standard-no-stop-words, and English words are reduced to their stems"
    }
  }
}
