/// What the numbers in a segment can be, as the manifest has it that names the segment.
///
/// A checksum says that bytes are those that were written, not that the one who wrote them knew the graph. Numbers that lead
/// elsewhere are compared with these bounds once, when a segment is decoded; nobody who reads it asks again.
struct SegmentBounds: Sendable {
  /// How many rows of the table lie in the segment, or how many strings in the chunk.
  var rowCount = Int.max
  /// What a column of numbers says is below this: sets of labels, types, nodes. So are neighbours, and the elements of an index.
  var numberCount = Int.max
  /// Relationships are below this.
  var relationshipCount = Int.max
  /// Codes of strings are below this.
  var stringCount = Int.max

  /// For what this program has just written itself.
  static let unbounded = SegmentBounds()

  /// The same for segment `index` of a table of `rowCount` rows.
  func segment(_ index: Int, ofRows rowCount: Int) -> SegmentBounds {
    var bounds = self
    bounds.rowCount = max(0, min(SegmentGeometry.rowCount, rowCount - index << SegmentGeometry.rowBits))
    return bounds
  }

  /// Throws where a bit is set for a row beyond the table.
  func check(_ words: UnsafePointer<UInt64>, wordCount: Int, in reader: ByteReader) throws(DecodingFailure) {
    guard rowCount < wordCount * 64 else { return }
    var beyond = words[rowCount >> 6] >> UInt64(rowCount & 63)
    for word in (rowCount >> 6 + 1)..<max(wordCount, rowCount >> 6 + 1) { beyond |= words[word] }
    guard beyond == 0 else { throw reader.failure("no row beyond the \(rowCount) that there are") }
  }
}
