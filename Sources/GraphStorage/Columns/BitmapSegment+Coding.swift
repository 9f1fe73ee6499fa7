extension BitmapSegment: SegmentCoding {
  func encode(into writer: inout ByteWriter) {
    BitmapCoding.write(words, wordCount: SegmentGeometry.wordCount, to: &writer)
  }

  static func decode(from reader: inout ByteReader) throws(DecodingFailure) -> Self {
    let segment = Self()
    try BitmapCoding.read(into: segment.words, wordCount: SegmentGeometry.wordCount, from: &reader)
    segment.recount()
    return segment
  }
}
