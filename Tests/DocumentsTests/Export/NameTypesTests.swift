import Linguistics
import Testing

@testable import Documents

@Suite struct NameTypesTests {
  /// "Kolda …" so often, each time of the type that is said.
  private func annotations(_ types: [NominalType], isName: Bool = true) throws -> Annotations {
    let text = String(repeating: "Kolda waits. ", count: types.count)
    var annotations = try Reading(text, pipeline: .syntax).annotations
    let places = annotations.syntax.words.indices.filter { word in
      let range = annotations.syntax.words[word]
      return annotations.document[Span(range.begin, range.end)] == "Kolda"
    }
    annotations.syntax.mentions = zip(places, types).map { place, type in
      NominalMention(words: place..<(place + 1), head: place, type: type, isName: isName)
    }
    return annotations
  }

  private func settled(_ types: [NominalType], isName: Bool = true) throws -> [NominalType] {
    let annotations = try annotations(types, isName: isName)
    let names = NameTypes(annotations)
    return annotations.syntax.mentions.map { names.type(of: $0, annotations) }
  }

  @Test func `a name is everywhere what most of its places say`() throws {
    #expect(try settled([.person, .place, .place]) == [.place, .place, .place])
  }

  @Test func `where as many speak for one as for another, each place keeps its own`() throws {
    #expect(try settled([.person, .place]) == [.person, .place])
  }

  @Test func `events and descriptions are left alone`() throws {
    #expect(try settled([.event, .place, .place]) == [.event, .place, .place])
    #expect(try settled([.person, .place, .place], isName: false) == [.person, .place, .place])
  }
}
