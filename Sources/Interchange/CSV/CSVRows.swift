/// The records of any CSV file as texts, one after the other. The file is mapped, so a big one does not fill memory.
///
/// Quotes, doubled quotes and line ends inside quotes are RFC 4180's; lines end in LF or CRLF, a byte-order mark and lines
/// without a byte are passed over.
public struct CSVRows {
  private let input: InputBytes
  private var scanner: CSVScanner
  private var fields: [CSVScanner.Field] = []
  /// The line on which the last record began, from 1.
  public private(set) var line = 0
  /// Where the counting of lines stands.
  private var counted = 0
  private var lineEnds = 0

  /// - Parameter separator: what ends a field; not a quote, not a line end.
  public init(_ input: InputBytes, separator: UInt8 = UInt8(ascii: ",")) {
    self.input = input
    scanner = CSVScanner(input.bytes, separator: separator)
  }

  /// The fields of the next record, nil for an empty one without quotes; nil at the end.
  /// - Throws: `malformed`, with the line on which the record begins.
  public mutating func next() throws(InterchangeError) -> [String?]? {
    scanner.skipEmptyLines()
    line = countedLine(at: scanner.position)
    do throws(InterchangeError) {
      guard try scanner.next(into: &fields) else { return nil }
      var texts: [String?] = []
      texts.reserveCapacity(fields.count)
      for field in fields { texts.append(try text(of: field)) }
      return texts
    } catch {
      var failure = error
      failure.file = input.name
      failure.line = line
      failure.record = nil
      throw failure
    }
  }

  private func text(of field: CSVScanner.Field) throws(InterchangeError) -> String? {
    if field.start == field.end { return field.isQuoted ? "" : nil }
    guard CSVText.isValid(UnsafeBufferPointer(rebasing: input.bytes[field.start..<field.end])) else {
      throw InterchangeError(.malformed, "the record is not valid UTF-8", remedy: "convert the file to UTF-8")
    }
    return scanner.text(of: field)
  }

  private mutating func countedLine(at position: Int) -> Int {
    for byte in input.bytes[counted..<position] where byte == UInt8(ascii: "\n") { lineEnds += 1 }
    counted = position
    return lineEnds + 1
  }
}
