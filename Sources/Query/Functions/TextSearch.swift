/// Cutting texts at other texts, byte by byte: UTF-8 needs no more, because no scalar's bytes occur inside another's.
enum TextSearch {
  /// The pieces of `text` between the occurrences of `delimiters`, taken from the left; the longest wins where several begin
  /// at one place. Empty delimiters are never found. O(length × total length of the delimiters).
  static func split(_ text: String, by delimiters: [String]) -> [String] {
    let needles = delimiters.map { Array($0.utf8) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    guard !needles.isEmpty else { return [text] }
    var text = text
    return text.withUTF8 { bytes in
      var pieces: [String] = []
      var start = 0
      var position = 0
      while position < bytes.count {
        if let needle = needles.first(where: { bytes[position...].starts(with: $0) }) {
          pieces.append(String(decoding: bytes[start..<position], as: UTF8.self))
          position += needle.count
          start = position
        } else {
          position += 1
        }
      }
      pieces.append(String(decoding: bytes[start...], as: UTF8.self))
      return pieces
    }
  }
}
