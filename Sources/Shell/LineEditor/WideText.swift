#if canImport(Glibc)
import Glibc
#endif

/// Text as C's wide characters, closed by a zero, at an address that stays the same as long as the object lives.
final class WideText {
  let pointer: UnsafeMutablePointer<wchar_t>

  init(_ text: String) {
    let scalars = text.unicodeScalars
    pointer = .allocate(capacity: scalars.count + 1)
    var index = 0
    for scalar in scalars {
      pointer[index] = wchar_t(scalar.value)
      index += 1
    }
    pointer[index] = 0
  }

  deinit { pointer.deallocate() }

  func withPointer<Result>(_ body: (UnsafePointer<wchar_t>) -> Result) -> Result {
    body(UnsafePointer(pointer))
  }

  /// The text of wide characters; what is no scalar becomes U+FFFD.
  static func string(_ characters: UnsafeBufferPointer<wchar_t>) -> String {
    var text = String.UnicodeScalarView()
    for character in characters { text.append(scalar(character)) }
    return String(text)
  }

  static func scalar(_ character: wchar_t) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}"
  }
}
