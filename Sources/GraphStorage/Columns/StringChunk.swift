import Graph

// How a chunk of the string pool stands in the file: the lengths, then all bytes.
extension StringPoolChunk: SegmentCoding {
  func encode(into writer: inout ByteWriter) {
    writer.write(count: lengths.count)
    IntegerCoding.write(lengths.map { Int64($0) }, to: &writer)
    bytes.withUnsafeBytes { writer.write(raw: $0) }
  }

  static func decode(from reader: inout ByteReader) throws(DecodingFailure) -> StringPoolChunk {
    let count = try reader.number(upTo: StringPool.slotsPerChunk)
    var lengths: [UInt32] = []
    var total = 0
    for length in try IntegerCoding.read(count, from: &reader) {
      guard let length = UInt32(exactly: length) else { throw reader.failure("lengths of strings") }
      lengths.append(length)
      total += Int(length)
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

  static func decode(from reader: inout ByteReader) throws(DecodingFailure) -> StringHashes {
    var hashes: [UInt32] = []
    hashes.reserveCapacity(reader.remaining / 4)
    while !reader.isAtEnd { hashes.append(try reader.fixed(UInt32.self)) }
    return StringHashes(hashes: hashes)
  }
}
