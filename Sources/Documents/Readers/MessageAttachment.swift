import Graph

/// A document that was sent with a message.
public struct MessageAttachment: Sendable {
  /// With an extension that says its format.
  public let name: String
  private let part: MessagePart
  /// The day of the message.
  public let date: CalendarDate?

  /// As they were sent. O(n).
  public var bytes: [UInt8] { part.content }

  private static let formats: [String: DocumentFormat] = [
    "text/plain": .text, "text/html": .html, "text/markdown": .markdown, "application/pdf": .pdf, "message/rfc822": .email,
  ]

  /// The attachments that can be read, in their order, each under a name of its own. Pictures and the like are none.
  static func all(in bytes: [UInt8]) -> [MessageAttachment] {
    let (header, bodyBegin) = MessageHeader.read(bytes[...])
    let date = header["date"].flatMap { DateText.day(in: $0) }?.calendarDate
    var counts: [String: Int] = [:]
    return MessagePart.leaves(of: header, bytes[bodyBegin...]).compactMap { part in
      guard part.isAttachment, let name = name(of: part), !part.isBlank else { return nil }
      counts[name, default: 0] += 1
      let number = counts[name, default: 1]
      return MessageAttachment(name: number == 1 ? name : "\(number)-\(name)", part: part, date: date)
    }
  }

  /// Nil for what is no document.
  private static func name(of part: MessagePart) -> String? {
    if let name = part.fileName, let format = DocumentFormat(fileName: name) { return format == .articles ? nil : name }
    guard let format = formats[part.header.mediaType] else { return nil }
    return (part.fileName ?? (format == .email ? "message" : "attachment")) + "." + format.fileExtensions[0]
  }
}
