import Cypher

extension String {
  /// The text with lines that are wider than `width` cells broken at blanks. What goes on stands below the last column of its
  /// line, which two blanks begin, unless that leaves too little room; escape sequences of colours take none. Nil leaves
  /// lines as they are.
  func broken(toWidth width: Int?) -> String {
    guard let width else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false).map { Self.broken(Array($0), width) }.joined(separator: "\n")
  }

  private static func broken(_ line: [Character], _ width: Int) -> String {
    let indent = indent(of: line, atMost: width / 2)
    var text = ""
    var start = 0
    while let end = lineEnd(line, from: start, room: start == 0 ? width : width - indent, notBefore: start == 0 ? indent : 0) {
      text += String(line[start..<end]) + "\n" + String(repeating: " ", count: indent)
      start = end + 1
    }
    return text + String(line[start...])
  }

  /// The blank at which a line that begins at `start` ends; nil where all that is left fits, or nothing can be broken.
  private static func lineEnd(_ line: [Character], from start: Int, room: Int, notBefore indent: Int) -> Int? {
    var (place, used) = (start, 0)
    var blank: Int?
    while place < line.count {
      if let behind = escapeEnd(line, place) {
        place = behind
        continue
      }
      if line[place] == " ", used > indent, place + 1 < line.count { blank = used <= room ? place : blank ?? place }
      used += LetterWidth.of(line[place])
      if used > room, let blank { return blank }
      place += 1
    }
    return nil
  }

  /// The cells in front of the last column of a line that begins within `limit` cells.
  private static func indent(of line: [Character], atMost limit: Int) -> Int {
    var (place, used, indent) = (0, 0, 0)
    var blanks = 0
    while place < line.count, used <= limit {
      if let behind = escapeEnd(line, place) {
        place = behind
        continue
      }
      if line[place] != " ", blanks >= 2 { indent = used }
      blanks = line[place] == " " ? blanks + 1 : 0
      used += LetterWidth.of(line[place])
      place += 1
    }
    return indent
  }

  /// The place behind an escape sequence that begins at `place`; nil where none does.
  private static func escapeEnd(_ line: [Character], _ place: Int) -> Int? {
    guard line[place] == "\u{1B}", let end = line[place...].firstIndex(of: "m") else { return nil }
    return end + 1
  }
}
