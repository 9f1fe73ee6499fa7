/// A stretch of a document's text: half-open, in UTF-8 bytes from the first byte of the text. Two numbers, never a copy.
public struct Span: Hashable, Comparable, Sendable {
  public var begin: Int
  public var end: Int

  public init(_ begin: Int, _ end: Int) {
    precondition(begin <= end, "a span ends where it begins or later")
    self.begin = begin
    self.end = end
  }

  public var byteCount: Int { end - begin }
  public var isEmpty: Bool { begin == end }

  public static func < (a: Span, b: Span) -> Bool {
    a.begin != b.begin ? a.begin < b.begin : a.end < b.end
  }

  public func overlaps(_ other: Span) -> Bool { begin < other.end && other.begin < end }
  public func contains(_ other: Span) -> Bool { begin <= other.begin && other.end <= end }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span { Span(min(begin, other.begin), max(end, other.end)) }
}
