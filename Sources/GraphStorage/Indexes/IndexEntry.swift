#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Graph

/// One node or relationship in an index, under the key of its property.
struct IndexEntry: Equatable {
  var order: UInt64
  var detail: UInt32
  var element: UInt32
}

/// How the entries of one family are compared: by key, then by element.
struct IndexOrder {
  /// Nil for families whose keys decide by themselves.
  let pool: StringPool?

  /// Negative, zero or positive as `a`'s key is before, equal to or after `b`'s.
  @inline(__always) func compareKeys(_ a: IndexEntry, _ b: IndexEntry) -> Int {
    if a.order != b.order { return a.order < b.order ? -1 : 1 }
    if a.detail == b.detail { return 0 }
    guard let pool else { return a.detail < b.detail ? -1 : 1 }
    return Self.compare(pool.bytes(of: a.detail), pool.bytes(of: b.detail))
  }

  @inline(__always) func precedes(_ a: IndexEntry, _ b: IndexEntry) -> Bool {
    let keys = compareKeys(a, b)
    return keys == 0 ? a.element < b.element : keys < 0
  }

  /// Negative, zero or positive as the entry's key is before, equal to or after the probe.
  func compare(_ entry: IndexEntry, _ probe: IndexKey.Probe) -> Int {
    if entry.order != probe.order { return entry.order < probe.order ? -1 : 1 }
    guard let pool else { return entry.detail == probe.detail ? 0 : entry.detail < probe.detail ? -1 : 1 }
    return probe.text.withUnsafeBufferPointer { Self.compare(pool.bytes(of: entry.detail), $0) }
  }

  /// Byte order, which for UTF-8 is the order of the scalars.
  private static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    let length = min(a.count, b.count)
    if length > 0 {
      let order = memcmp(a.baseAddress!, b.baseAddress!, length)
      if order != 0 { return Int(order) }
    }
    return a.count - b.count
  }
}
