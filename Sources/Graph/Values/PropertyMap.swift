/// The properties of an element or the entries of a map value, in insertion order, each key once. Keys are the same if their
/// Unicode scalars are.
///
/// Small maps are searched from front to back; from nine entries on an index by key is kept, so that look-up stays O(1).
public struct PropertyMap: Sendable {
  public struct Entry: Sendable {
    public var key: String
    public var value: Value

    public init(key: String, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// The entries in insertion order.
  public private(set) var entries: [Entry]
  private var positions: [ExactText: Int]?

  private static let largestUnindexedCount = 8

  public init() {
    entries = []
  }

  /// A map of `entries`; of entries with the same key the last one wins, at the place of the first.
  public init(_ entries: some Sequence<(String, Value)>) {
    self.entries = []
    for (key, value) in entries { self[key] = value }
  }

  public var count: Int { entries.count }
  public var isEmpty: Bool { entries.isEmpty }
  public var keys: [String] { entries.map(\.key) }

  /// The value under `key`, nil where there is none. Assigning nil removes the entry; assigning `.null` keeps it.
  public subscript(key: String) -> Value? {
    get {
      guard let position = position(of: key) else { return nil }
      return entries[position].value
    }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?):
        entries[position].value = value
      case (let position?, nil):
        entries.remove(at: position)
        positions = nil
        indexIfLarge()
      case (nil, let value?):
        entries.append(Entry(key: key, value: value))
        if positions != nil { positions![ExactText(key)] = entries.count - 1 } else { indexIfLarge() }
      case (nil, nil):
        break
      }
    }
  }

  private func position(of key: String) -> Int? {
    if let positions { return positions[ExactText(key)] }
    return entries.firstIndex { ExactText.isSame($0.key, key) }
  }

  private mutating func indexIfLarge() {
    guard entries.count > Self.largestUnindexedCount else { return }
    positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { (ExactText($1.key), $0) })
  }
}

extension PropertyMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements)
  }
}
