/// Several models in one piece of memory, by name.
///
///     magic │ count │ (name: 24 bytes, zero-padded │ offset: UInt32 │ length: UInt32) × count │ contents, each aligned to 64
package struct ModelArchive: @unchecked Sendable {
  package static let magic: UInt32 = 0x4444_4152
  static let nameByteCount = 24

  private let bytes: UnsafeRawBufferPointer

  /// `bytes` must outlive the archive and be aligned to 64.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8, bytes.load(as: UInt32.self) == Self.magic else { return nil }
    self.bytes = bytes
  }

  /// The contents called `name`; nil if the archive has none. Complexity: O(models).
  package subscript(name: String) -> UnsafeRawBufferPointer? {
    let count = Int(bytes.load(fromByteOffset: 4, as: UInt32.self))
    var padded = [UInt8](name.utf8)
    padded += [UInt8](repeating: 0, count: Self.nameByteCount - padded.count)
    for index in 0..<count {
      let entry = 8 + index * (Self.nameByteCount + 8)
      guard bytes[entry..<(entry + Self.nameByteCount)].elementsEqual(padded) else { continue }
      let offset = Int(bytes.loadUnaligned(fromByteOffset: entry + Self.nameByteCount, as: UInt32.self))
      let length = Int(bytes.loadUnaligned(fromByteOffset: entry + Self.nameByteCount + 4, as: UInt32.self))
      return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)])
    }
    return nil
  }

  /// All that is in an archive.
  package static func contents(of archive: ModelArchive) -> [(name: String, bytes: [UInt8])] {
    (0..<Int(archive.bytes.load(fromByteOffset: 4, as: UInt32.self))).map { index in
      let entry = 8 + index * (nameByteCount + 8)
      let name = String(decoding: archive.bytes[entry..<(entry + nameByteCount)].prefix { $0 != 0 }, as: UTF8.self)
      return (name, Array(archive[name]!))
    }
  }

  /// The bytes of an archive with `contents` in this order.
  package static func bytes(_ contents: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    func append(_ value: Int) { withUnsafeBytes(of: UInt32(value).littleEndian) { result += $0 } }
    append(Int(magic))
    append(contents.count)
    var offset = (8 + contents.count * (nameByteCount + 8) + 63) / 64 * 64
    for (name, bytes) in contents {
      precondition(name.utf8.count <= nameByteCount, "the name \(name) of a model is too long")
      result += Array(name.utf8) + [UInt8](repeating: 0, count: nameByteCount - name.utf8.count)
      append(offset)
      append(bytes.count)
      offset = (offset + bytes.count + 63) / 64 * 64
    }
    for (_, bytes) in contents {
      result += [UInt8](repeating: 0, count: (64 - result.count % 64) % 64)
      result += bytes
    }
    return result
  }
}
