/// Reads the literal notation of the openCypher TCK that `Value.literal` writes.
///
/// Nodes and relationships get ids in the order in which they appear, from 0. Temporal values come back as the strings they were
/// written as: the notation does not tell them apart.
struct LiteralParser {
  let text: [UInt8]
  var position = 0
  var nextNode: UInt32 = 0
  var nextRelationship: UInt32 = 0

  init(_ text: String) {
    self.text = Array(text.utf8)
  }

  mutating func value() throws(ValueError) -> Value {
    skipSpace()
    switch peek {
    case "'", "\"": return .string(try string())
    case "[": return try bracket()
    case "{": return .map(try map())
    case "(": return .node(try node())
    case "<": return .path(try path())
    case nil: throw unexpected("a value")
    default: return try word()
    }
  }

  mutating func expectEnd() throws(ValueError) {
    skipSpace()
    guard position == text.count else { throw unexpected("the end") }
  }

  // MARK: - Scalars

  private mutating func word() throws(ValueError) -> Value {
    let start = position
    while let scalar = peek, !" \t\n,]})>".unicodeScalars.contains(scalar) { position += 1 }
    let word = String(decoding: text[start..<position], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .float(.nan)
    case "Infinity", "Inf", "+Inf": return .float(.infinity)
    case "-Infinity", "-Inf": return .float(-.infinity)
    default: break
    }
    if let integer = Int64(word) { return .integer(integer) }
    let isNumeric = word.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 || "+-.eE".utf8.contains($0) }
    if isNumeric, let float = Double(word) { return .float(float) }
    position = start
    throw unexpected("a value")
  }

  private mutating func string() throws(ValueError) -> String {
    let quote = text[position]
    var bytes: [UInt8] = []
    position += 1
    while position < text.count, text[position] != quote {
      if text[position] == UInt8(ascii: "\\") {
        try escape(into: &bytes)
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
    guard position < text.count else { throw unexpected("a closing quote") }
    position += 1
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(ValueError) {
    guard position + 1 < text.count else { throw unexpected("an escape") }
    let letter = text[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): bytes.append(letter)
    case UInt8(ascii: "u"):
      let digits = String(decoding: text[position..<min(position + 4, text.count)], as: UTF8.self)
      guard digits.utf8.count == 4, let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
        throw unexpected("four hexadecimal digits")
      }
      bytes.append(contentsOf: String(Character(scalar)).utf8)
      position += 4
    default:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(letter)
    }
  }

  // MARK: - Composites

  private mutating func bracket() throws(ValueError) -> Value {
    let start = position
    try expect("[")
    if peekAfterSpace == ":" {
      position = start
      return .relationship(try relationship(from: NodeID(0), to: NodeID(0)))
    }
    var elements: [Value] = []
    if skip("]") { return .list(elements) }
    while true {
      elements.append(try value())
      if skip("]") { return .list(elements) }
      try expect(",")
    }
  }

  private mutating func map() throws(ValueError) -> PropertyMap {
    try expect("{")
    var map = PropertyMap()
    if skip("}") { return map }
    while true {
      skipSpace()
      let key = peek == "'" || peek == "\"" ? try string() : try name()
      try expect(":")
      map[key] = try value()
      if skip("}") { return map }
      try expect(",")
    }
  }

  private mutating func node() throws(ValueError) -> Node {
    try expect("(")
    var labels: [String] = []
    while skip(":") { labels.append(try name()) }
    let properties = peekAfterSpace == "{" ? try map() : PropertyMap()
    try expect(")")
    defer { nextNode += 1 }
    return Node(id: NodeID(nextNode), labels: labels.sorted(), properties: properties)
  }

  /// `[:T {x: 1}]`; its end nodes are the caller's.
  private mutating func relationship(from source: NodeID, to target: NodeID) throws(ValueError) -> Relationship {
    try expect("[")
    try expect(":")
    let type = try name()
    let properties = peekAfterSpace == "{" ? try map() : PropertyMap()
    try expect("]")
    defer { nextRelationship += 1 }
    let id = RelationshipID(nextRelationship)
    return Relationship(id: id, type: type, source: source, target: target, properties: properties)
  }

  private mutating func path() throws(ValueError) -> Path {
    try expect("<")
    var nodes = [try node()]
    var relationships: [Relationship] = []
    while !skip(">") {
      let isIncoming = skip("<")
      try expect("-")
      let previous = nodes[nodes.count - 1].id
      let next = NodeID(nextNode)
      relationships.append(try relationship(from: isIncoming ? next : previous, to: isIncoming ? previous : next))
      try expect("-")
      if !isIncoming { try expect(">") }
      nodes.append(try node())
    }
    return Path(nodes: nodes, relationships: relationships)
  }

  private mutating func name() throws(ValueError) -> String {
    skipSpace()
    if skip("`") { return try quotedName() }
    let start = position
    while let byte = byte, byte >= 0x80 || Self.isWordByte(byte) { position += 1 }
    guard position > start else { throw unexpected("a name") }
    return String(decoding: text[start..<position], as: UTF8.self)
  }

  private mutating func quotedName() throws(ValueError) -> String {
    var bytes: [UInt8] = []
    let backtick = UInt8(ascii: "`")
    while let next = byte {
      position += 1
      if next == backtick {
        guard byte == backtick else { return String(decoding: bytes, as: UTF8.self) }
        position += 1
      }
      bytes.append(next)
    }
    throw unexpected("a closing backtick")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$")
    }
  }

  // MARK: - Bytes

  private var byte: UInt8? { position < text.count ? text[position] : nil }
  private var peek: Unicode.Scalar? { byte.map { Unicode.Scalar($0) } }

  private var peekAfterSpace: Unicode.Scalar? {
    mutating get {
      skipSpace()
      return peek
    }
  }

  private mutating func skipSpace() {
    while let byte = byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peekAfterSpace == scalar else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(ValueError) {
    guard skip(scalar) else { throw unexpected("\"\(scalar)\"") }
  }

  private func unexpected(_ expected: String) -> ValueError {
    let found = position < text.count ? "\"\(String(decoding: text[position...].prefix(12), as: UTF8.self))\"" : "the end"
    return .invalidArgument("found \(found) at byte \(position) of a literal, expected \(expected)")
  }
}

extension Value {
  /// Reads the notation of the openCypher TCK; see `LiteralParser` for what it cannot tell. Throws `invalidArgument`.
  public init(literal: String) throws(ValueError) {
    var parser = LiteralParser(literal)
    self = try parser.value()
    try parser.expectEnd()
  }
}
