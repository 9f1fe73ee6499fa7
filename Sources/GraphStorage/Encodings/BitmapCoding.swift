/// The bits of one segment: the lengths of alternating stretches of clear and set bits where that is shorter, else the words.
enum BitmapCoding {
  private static let wordForm: UInt8 = 0
  private static let stretchForm: UInt8 = 1

  /// Writes the first `wordCount` words.
  static func write(_ words: UnsafePointer<UInt64>, wordCount: Int, to writer: inout ByteWriter) {
    var stretches = ByteWriter()
    var isSet = false
    var start = 0
    while start < wordCount * 64 && stretches.count < wordCount * 8 {
      let end = self.end(of: isSet, from: start, words, wordCount)
      stretches.write(count: end - start)
      start = end
      isSet.toggle()
    }
    if stretches.count < wordCount * 8 {
      writer.write(stretchForm)
      stretches.bytes.withUnsafeBytes { writer.write(raw: $0) }
    } else {
      writer.write(wordForm)
      for index in 0..<wordCount { writer.write(fixed: words[index]) }
    }
  }

  /// The first place from `start` on where the bit is not `isSet`.
  private static func end(of isSet: Bool, from start: Int, _ words: UnsafePointer<UInt64>, _ wordCount: Int) -> Int {
    var index = start >> 6
    guard index < wordCount else { return start }
    var differing = (isSet ? ~words[index] : words[index]) & (~0 << UInt64(start & 63))
    while differing == 0 {
      index += 1
      guard index < wordCount else { return wordCount * 64 }
      differing = isSet ? ~words[index] : words[index]
    }
    return index * 64 + differing.trailingZeroBitCount
  }

  /// Reads `wordCount` words into zeroed memory.
  static func read(
    into words: UnsafeMutablePointer<UInt64>, wordCount: Int, from reader: inout ByteReader
  ) throws(DecodingFailure) {
    switch try reader.byte() {
    case wordForm:
      for index in 0..<wordCount { words[index] = try reader.fixed(UInt64.self) }
    case stretchForm:
      var start = 0
      var isSet = false
      while start < wordCount * 64 {
        let length = try reader.number(upTo: wordCount * 64 - start)
        if isSet { words.setBits(start..<(start + length)) }
        guard length > 0 || start == 0 else { throw reader.failure("a stretch of at least one bit") }
        start += length
        isSet.toggle()
      }
    default: throw reader.failure("the form of a bitmap")
    }
  }
}
