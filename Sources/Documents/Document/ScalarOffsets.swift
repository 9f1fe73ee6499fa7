/// Byte offsets of a text as offsets in Unicode scalars, which is what the graph and every export speak.
///
/// One pass over the text, four bytes of memory a byte of text, O(1) a question.
public struct ScalarOffsets: Sendable {
  private let before: [UInt32]

  public init(_ bytes: [UInt8]) {
    var before: [UInt32] = []
    before.reserveCapacity(bytes.count + 1)
    var count: UInt32 = 0
    for byte in bytes {
      before.append(count)
      // A continuation byte does not begin a scalar.
      if byte & 0b1100_0000 != 0b1000_0000 { count += 1 }
    }
    before.append(count)
    self.before = before
  }

  /// The number of scalars that begin before `byteOffset`.
  public func scalar(at byteOffset: Int) -> Int { Int(before[byteOffset]) }

  public func range(of span: Span) -> Range<Int> { scalar(at: span.begin)..<scalar(at: span.end) }
}
