/// What an HTML or XHTML file says of its encoding in its first kilobytes: `<meta charset>`, the content type of
/// `<meta http-equiv>`, or the XML declaration.
enum HypertextEncoding {
  private static let searchedByteCount = 4096

  static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(searchedByteCount), as: UTF8.self).lowercased()
    for mark in ["charset", "encoding"] {
      var rest = head[...]
      while let place = rest.range(of: mark) {
        rest = rest[place.upperBound...]
        if let label = value(rest) { return label }
      }
    }
    return nil
  }

  /// `utf-8` of `="utf-8"`.
  private static func value(_ rest: Substring) -> String? {
    var rest = rest.drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    rest = rest.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" }
    let label = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ":" }
    return label.isEmpty ? nil : String(label)
  }
}

extension Substring {
  /// The first place of `needle`.
  fileprivate func range(of needle: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      let rest = self[index...]
      if rest.hasPrefix(needle) { return index..<self.index(index, offsetBy: needle.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
