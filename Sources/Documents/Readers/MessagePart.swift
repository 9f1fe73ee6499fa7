/// A part of a message that has no parts of its own (RFC 2046).
struct MessagePart {
  /// A part in a part in a part …: hostile input must not exhaust the stack.
  private static let deepestNesting = 20

  let header: MessageHeader
  /// As it is transferred.
  private let body: ArraySlice<UInt8>

  /// The bytes that were sent.
  var content: [UInt8] { TransferEncoding.decoded(body, header["content-transfer-encoding"] ?? "") }

  var isBlank: Bool { content.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } }

  /// True for what is sent along: another message, or what says that it is a file.
  var isAttachment: Bool {
    header["content-disposition"]?.lowercased().hasPrefix("attachment") == true || header.mediaType == "message/rfc822"
  }

  /// The name that a file was sent under, without the folders that a hostile message may put before it.
  var fileName: String? {
    guard let name = header.fileName else { return nil }
    return name.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
  }

  /// In their order.
  static func leaves(of header: MessageHeader, _ body: ArraySlice<UInt8>) -> [MessagePart] {
    var found: [MessagePart] = []
    collect(header, body, depth: 0, into: &found)
    return found
  }

  private static func collect(_ header: MessageHeader, _ body: ArraySlice<UInt8>, depth: Int, into found: inout [MessagePart]) {
    guard header.mediaType.hasPrefix("multipart/"), let boundary = header.parameter("boundary"), depth < deepestNesting else {
      found.append(MessagePart(header: header, body: body))
      return
    }
    for part in parts(of: body, boundary: boundary) {
      let (header, begin) = MessageHeader.read(part)
      collect(header, part[begin...], depth: depth + 1, into: &found)
    }
  }

  /// What stands between lines `--boundary`; a message cut off in the middle ends its last part.
  private static func parts(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array(("--" + boundary).utf8)
    var parts: [ArraySlice<UInt8>] = []
    var open: Int?
    var index = body.startIndex
    while index < body.endIndex {
      let end = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[index..<end].starts(with: mark) {
        // The line end before a boundary belongs to the boundary.
        if let open { parts.append(body[open..<max(open, index - 1)]) }
        open = min(end + 1, body.endIndex)
        if body[index..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
      }
      index = end + 1
    }
    if let open, open < body.endIndex { parts.append(body[open...]) }
    return parts
  }
}
