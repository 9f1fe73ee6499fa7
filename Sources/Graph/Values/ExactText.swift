#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A text that is equal to another only if their Unicode scalars are the same, as openCypher has it.
///
/// `String`'s own relations take canonical equivalents (`é` in one scalar or in two) as equal; their order is not that of the
/// scalars either. UTF-8 keeps the order of the scalars, so all of this is comparing bytes.
struct ExactText: Hashable, Comparable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (a: ExactText, b: ExactText) -> Bool { isSame(a.text, b.text) }
  static func < (a: ExactText, b: ExactText) -> Bool { Ordering.ofText(a.text, b.text) == .less }

  func hash(into hasher: inout Hasher) { Self.hash(text, into: &hasher) }

  static func isSame(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    return Ordering.ofText(a, b) == .equal
  }

  static func hash(_ text: String, into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // Ends the text, so that two texts in a row do not hash as one.
    hasher.combine(0xFF as UInt8)
  }
}

extension Ordering {
  /// The text order of openCypher: by Unicode scalar, a prefix first. O(length of the shorter).
  public static func ofText(_ a: String, _ b: String) -> Ordering {
    let ordering = a.utf8.withContiguousStorageIfAvailable { left in
      b.utf8.withContiguousStorageIfAvailable { right in ofBytes(left, right) }
    }
    // Only strings bridged from elsewhere have no contiguous bytes; copying makes them so.
    guard let ordering, let ordering else {
      return ofText(String(decoding: a.utf8, as: UTF8.self), String(decoding: b.utf8, as: UTF8.self))
    }
    return ordering
  }

  private static func ofBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Ordering {
    let shared = min(a.count, b.count)
    let difference = shared == 0 ? 0 : memcmp(a.baseAddress!, b.baseAddress!, shared)
    if difference != 0 { return difference < 0 ? .less : .greater }
    return .of(a.count, b.count)
  }
}
