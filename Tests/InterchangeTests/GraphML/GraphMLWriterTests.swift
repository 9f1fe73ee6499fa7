import Foundation
import Graph
import Interchange
import TestSupport
import Testing

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
