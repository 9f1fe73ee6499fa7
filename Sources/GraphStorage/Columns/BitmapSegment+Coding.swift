extension BitmapSegment: SegmentCoding {
  func encode(into writer: inout ByteWriter) {
    BitmapCoding.write(words, wordCount: SegmentGeometry.wordCount, to: &writer)
  }

  static func decode(from reader: inout ByteReader, within bounds: SegmentBounds) throws(DecodingFailure) -> Self {
    let segment = Self()
    try BitmapCoding.read(into: segment.words, wordCount: SegmentGeometry.wordCount, from: &reader)
    try bounds.check(segment.words, wordCount: SegmentGeometry.wordCount, in: reader)
    segment.recount()
    return segment
  }
}
