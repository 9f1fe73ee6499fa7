/// 64 bits that tell damaged content from sound: four lanes of multiply-and-fold over eight bytes each (after wyhash). Not
/// meant against forgers. Part of the file format.
enum Checksum {
  private static let multiplier: UInt64 = 0xA076_1D64_78BD_642F
  private static let laneSeeds: [UInt64] = [
    0x9E37_79B9_7F4A_7C15, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3,
  ]

  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var a = laneSeeds[0] ^ seed
    var b = laneSeeds[1]
    var c = laneSeeds[2]
    var d = laneSeeds[3]
    var offset = 0
    while offset + 32 <= bytes.count {
      a = mix(a ^ load(bytes, offset))
      b = mix(b ^ load(bytes, offset + 8))
      c = mix(c ^ load(bytes, offset + 16))
      d = mix(d ^ load(bytes, offset + 24))
      offset += 32
    }
    while offset + 8 <= bytes.count {
      a = mix(a ^ load(bytes, offset))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return mix(mix(mix(mix(a ^ rest) ^ b) ^ c) ^ d ^ UInt64(bytes.count))
  }

  static func of(_ bytes: [UInt8], seed: UInt64) -> UInt64 { bytes.withUnsafeBytes { of($0, seed: seed) } }

  @inline(__always) private static func load(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The odd constant keeps a factor of zero from wiping out what came before.
  @inline(__always) private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: multiplier)
    return (high ^ low) &+ (value << 1 | value >> 63)
  }
}

/// A content with its checksum in front.
enum Seal {
  static let byteCount = 8

  static func seed(_ table: FileFormat.Table, _ row: Int64) -> UInt64 {
    let tableSeed: UInt64 =
      switch table {
      case .manifest: 1
      case .segment: 2
      case .journal: 3
      }
    return tableSeed << 56 ^ UInt64(bitPattern: row)
  }

  /// `payload` with the checksum in front.
  static func close(_ payload: [UInt8], _ table: FileFormat.Table, _ row: Int64) -> [UInt8] {
    var sealed = ByteWriter()
    sealed.write(fixed: Checksum.of(payload, seed: seed(table, row)))
    payload.withUnsafeBytes { sealed.write(raw: $0) }
    return sealed.bytes
  }

  /// The payload, nil where the checksum is not its.
  static func open(_ sealed: UnsafeRawBufferPointer, _ table: FileFormat.Table, _ row: Int64) -> UnsafeRawBufferPointer? {
    guard sealed.count >= byteCount else { return nil }
    let payload = UnsafeRawBufferPointer(rebasing: sealed[byteCount...])
    let expected = UInt64(littleEndian: sealed.loadUnaligned(as: UInt64.self))
    return Checksum.of(payload, seed: seed(table, row)) == expected ? payload : nil
  }
}
