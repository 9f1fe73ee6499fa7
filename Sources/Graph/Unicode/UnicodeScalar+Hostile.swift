extension Unicode.Scalar {
  /// A control character, or one that changes the direction or the place of what follows: what a document may not bring to a
  /// terminal or a page as it stands.
  public var isHostile: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// `\u{202E}`: how a hostile character is shown.
  public var escaped: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
