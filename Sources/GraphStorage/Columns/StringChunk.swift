import Graph

// How a chunk of the string pool stands in the file: the lengths, then all bytes, compressed where that is shorter. Files up
// to format version 2 have bytes as they are; a count beyond the largest says that they are compressed.
extension StringPoolChunk: SegmentCoding {
  private static let compressedMark = StringPool.slotsPerChunk + 1

  func encode(into writer: inout ByteWriter) {
    let compressed = bytes.withUnsafeBufferPointer { TextCompression.compressed($0) }
    let isShorter = compressed.count < bytes.count
    writer.write(count: lengths.count + (isShorter ? Self.compressedMark : 0))
    IntegerCoding.write(lengths.map { Int64($0) }, to: &writer)
    (isShorter ? compressed : bytes).withUnsafeBytes { writer.write(raw: $0) }
  }

  static func decode(
    from reader: inout ByteReader, within bounds: SegmentBounds
  ) throws(DecodingFailure) -> StringPoolChunk {
    let mark = try reader.number(upTo: StringPool.slotsPerChunk + compressedMark)
    let isCompressed = mark >= compressedMark
    let count = isCompressed ? mark - compressedMark : mark
    guard bounds.rowCount == .max || count == bounds.rowCount else { throw reader.failure("\(bounds.rowCount) strings") }
    var lengths: [UInt32] = []
    var total = 0
    for length in try IntegerCoding.read(count, from: &reader) {
      guard let length = UInt32(exactly: length) else { throw reader.failure("lengths of strings") }
      lengths.append(length)
      total += Int(length)
    }
    if isCompressed {
      // A byte of a long copy stands for 255: more than that is damage, not a huge allocation.
      guard total / 255 <= reader.remaining else { throw reader.failure("lengths of strings that the rest can hold") }
      return StringPoolChunk(lengths: lengths, bytes: try TextCompression.read(total, from: &reader))
    }
    guard total == reader.remaining else { throw reader.failure("\(total) bytes of text") }
    return StringPoolChunk(lengths: lengths, bytes: Array(try reader.raw(total)))
  }
}

/// The hashes of a chunk's strings, four bytes each.
struct StringHashes: SegmentCoding {
  var hashes: [UInt32]

  func encode(into writer: inout ByteWriter) {
    for hash in hashes { writer.write(fixed: hash) }
  }

  static func decode(
    from reader: inout ByteReader, within bounds: SegmentBounds
  ) throws(DecodingFailure) -> StringHashes {
    guard bounds.rowCount == .max || reader.remaining == bounds.rowCount * 4 else {
      throw reader.failure("the hashes of \(bounds.rowCount) strings")
    }
    var hashes: [UInt32] = []
    hashes.reserveCapacity(reader.remaining / 4)
    while !reader.isAtEnd { hashes.append(try reader.fixed(UInt32.self)) }
    return StringHashes(hashes: hashes)
  }
}

/// One half of a chunk of a pool, gathered when it is encoded, so that not all chunks are in memory twice.
struct PooledChunk: SegmentEncoding {
  enum Half { case text, hashes }

  let pool: StringPool
  let chunk: Int
  /// The codes from here on are left out.
  let end: Int
  let half: Half

  func encode(into writer: inout ByteWriter) {
    switch half {
    case .text: pool.content(ofChunk: chunk, upTo: end).encode(into: &writer)
    case .hashes: StringHashes(hashes: pool.hashes(ofChunk: chunk, upTo: end)).encode(into: &writer)
    }
  }
}
