/// What a terminal shows after the bytes that were written to it: enough of a VT100 for a line editor.
struct Screen {
  private(set) var rows: [[Unicode.Scalar]] = [[]]
  private(set) var row = 0
  private(set) var column = 0
  private let columns: Int
  private var pending: [UInt8] = []

  /// Takes the second cell of a wide letter.
  private static let wideTail: Unicode.Scalar = "\u{0}"

  init(columns: Int) { self.columns = columns }

  /// The rows so far, from the first one ever written, without blanks at their ends.
  var lines: [String] {
    rows.map { cells in
      var text = String.UnicodeScalarView(cells.filter { $0 != Self.wideTail })
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// The line that the cursor is in.
  var currentLine: String { lines[row] }

  mutating func write(_ bytes: [UInt8]) {
    pending += bytes
    let text = String(decoding: pending, as: UTF8.self)
    var scalars = Array(text.unicodeScalars)
    // A letter or a sequence that has only come in part waits for the rest.
    let isSplit = scalars.last == "\u{FFFD}" || scalars.suffix(16).contains("\u{1B}") && !Self.endsSequence(scalars)
    if isSplit, pending.count < 64 + bytes.count { return }
    pending = []
    while !scalars.isEmpty { take(&scalars) }
  }

  private static func endsSequence(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let escape = scalars.lastIndex(of: "\u{1B}") else { return true }
    let rest = scalars[(escape + 1)...]
    guard let first = rest.first else { return false }
    return first != "[" || rest.dropFirst().contains { (0x40...0x7E).contains($0.value) }
  }

  private mutating func take(_ scalars: inout [Unicode.Scalar]) {
    let scalar = scalars.removeFirst()
    switch scalar {
    case "\r": column = 0
    case "\n": moveDown(1)
    case "\u{8}": column = max(0, column - 1)
    case "\u{7}": break
    case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
    case "\u{1B}": sequence(&scalars)
    default: put(scalar)
    }
  }

  private mutating func sequence(_ scalars: inout [Unicode.Scalar]) {
    guard scalars.first == "[" else {
      if !scalars.isEmpty { scalars.removeFirst() }
      return
    }
    scalars.removeFirst()
    guard let end = scalars.firstIndex(where: { (0x40...0x7E).contains($0.value) }) else { return scalars.removeAll() }
    let number = Int(String(String.UnicodeScalarView(scalars[..<end]))) ?? 0
    let final = scalars[end]
    scalars.removeFirst(end + 1)
    switch final {
    case "A": row = max(0, row - max(1, number))
    case "B": moveDown(max(1, number))
    case "C": column = min(columns - 1, column + max(1, number))
    case "D": column = max(0, column - max(1, number))
    case "G": column = max(0, number - 1)
    case "K": cutRow(row, at: column)
    case "J":
      cutRow(row, at: column)
      rows.removeSubrange((row + 1)...)
    case "P":
      let cells = rows[row]
      rows[row] = Array(cells.prefix(column)) + cells.dropFirst(column + max(1, number))
    case "@": rows[row].insert(contentsOf: Array(repeating: " ", count: max(1, number)), at: min(column, rows[row].count))
    default: break
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let isWide = scalar.value >= 0x2E80 && scalar.value < 0xFFF0
    if column + (isWide ? 2 : 1) > columns {
      column = 0
      moveDown(1)
    }
    while rows[row].count < column { rows[row].append(" ") }
    for cell in isWide ? [scalar, Self.wideTail] : [scalar] {
      if column < rows[row].count { rows[row][column] = cell } else { rows[row].append(cell) }
      column += 1
    }
  }

  private mutating func moveDown(_ count: Int) {
    row += count
    while rows.count <= row { rows.append([]) }
  }

  private mutating func cutRow(_ row: Int, at column: Int) {
    if rows[row].count > column { rows[row].removeSubrange(column...) }
  }
}
