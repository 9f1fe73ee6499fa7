import Foundation
import Graph
import TestSupport
import Testing

@testable import Interchange

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct GraphMLWriterTests {
  @Test("any graph is well-formed XML", arguments: (1...20).map(UInt64.init))
  func isWellFormed(seed: UInt64) throws {
    var random = RandomGraph(seed: seed)
    let output = ByteOutput()
    try GraphMLWriter().write(ElementList(random.elements(nodeCount: 30, relationshipCount: 30)), to: output)
    let parser = XMLParser(data: Data(output.bytes))
    #expect(parser.parse(), "seed \(seed): \(String(describing: parser.parserError))")
  }

  @Test func `a character that XML does not take as it is is found at every place, and no other is changed`() {
    let replacements: [UInt8: String] = [
      0x22: "&quot;", 0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x09: "&#9;", 0x0A: "&#10;", 0x0D: "&#13;",
    ]
    for character in UInt8(0)..<0x80 {
      let expected = replacements[character] ?? (character < 0x20 ? "\u{FFFD}" : String(UnicodeScalar(character)))
      for length in [1, 7, 8, 9, 16, 19] {
        for place in 0..<length {
          let (front, back) = (String(repeating: "ï", count: place), String(repeating: "x", count: length - 1 - place))
          let output = ByteOutput()
          XMLText.append(front + String(UnicodeScalar(character)) + back, to: output)
          #expect(output.text == front + expected + back)
        }
      }
    }
  }

  @Test func `hostile texts come back as they were, but for what XML forbids`() throws {
    let texts = HostileStrings.all.filter { !$0.isEmpty }
    let output = ByteOutput()
    try GraphMLWriter().write(ElementList(texts.enumerated().map { SampleGraph.node($0, [], ["x": .string($1)]) }), to: output)
    let parser = XMLParser(data: Data(output.bytes))
    let reader = DataReader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.texts.count == texts.count)
    for (read, text) in zip(reader.texts, texts) {
      let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
        let isForbidden =
          scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value) || [0xFFFE, 0xFFFF].contains(scalar.value)
        return isForbidden ? "\u{FFFD}" : scalar
      }
      #expect(read == String(String.UnicodeScalarView(scalars)), "\(text.prefix(60).debugDescription)")
    }
  }
}

/// The texts of all `data` elements.
private final class DataReader: NSObject, XMLParserDelegate {
  private(set) var texts: [String] = []
  private var isInData = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    isInData = name == "data"
    if isInData { texts.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInData { texts[texts.count - 1] += string }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    isInData = false
  }
}
