extension String {
  /// Replaces each `scalar`, also where a combining mark follows it and `Character` would not see it.
  func replacingScalar(_ scalar: Unicode.Scalar, with replacement: String) -> String {
    guard unicodeScalars.contains(scalar) else { return self }
    var replaced = String.UnicodeScalarView()
    for next in unicodeScalars {
      if next == scalar { replaced.append(contentsOf: replacement.unicodeScalars) } else { replaced.append(next) }
    }
    return String(replaced)
  }

  /// The lines between newlines, each without a carriage return at its end; one more than there are newlines.
  func linesOfText() -> [String] {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.last == "\r" ? $0.dropLast() : $0)
    }
  }

  /// Without white space at both ends.
  func trimmed() -> String {
    guard let first = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
