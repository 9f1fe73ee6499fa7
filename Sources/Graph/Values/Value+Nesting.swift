extension Value {
  /// No value that a statement makes is nested deeper: comparing, printing and freeing one are recursions.
  public static let deepestNesting = JSONParser.deepestNesting

  /// How many lists and maps are inside each other: 0 for anything else, 1 for a list of numbers. O(elements).
  public var nesting: Int {
    switch self {
    case .list(let elements): elements.reduce(0) { max($0, $1.nesting) } + 1
    case .map(let entries): entries.entries.reduce(0) { max($0, $1.value.nesting) } + 1
    default: 0
    }
  }
}
