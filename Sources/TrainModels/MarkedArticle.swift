import Graph
import Linguistics

/// An article of re3d: its text and what is marked in it, offsets in bytes.
struct MarkedArticle {
  let id: String
  let bytes: [UInt8]
  let marks: [(range: Range<Int>, type: NominalType)]
  /// Stretches between empty lines.
  let blocks: [[Range<Int>]]

  private static let names: [String: NominalType] = [
    "Person": .person, "Organisation": .organization, "Location": .place, "Temporal": .time,
  ]
  /// All types that re3d does not mark.
  static let unmarked: UInt32 = NominalType.allCases.reduce(0) { bits, type in
    names.values.contains(type) ? bits : bits | 1 << UInt32(type.rawValue)
  }

  static func read(_ lines: [UInt8]) -> [MarkedArticle] {
    lines.split(separator: 0x0A).map { line in
      guard case .map(let object)? = try? JSONParser.parse(Array(line)), let article = MarkedArticle(object) else {
        fatalError("expected an article of re3d on each line: {\"id\", \"text\", \"entities\"}")
      }
      return article
    }
  }

  private init?(_ object: PropertyMap) {
    guard case .string(let id)? = object["id"], case .string(let text)? = object["text"],
      case .list(let entities)? = object["entities"]
    else { return nil }
    self.id = id
    bytes = Array(text.utf8)
    // Scalar → byte.
    var offsets: [Int] = []
    var at = 0
    for scalar in text.unicodeScalars {
      offsets.append(at)
      at += UTF8.width(scalar)
    }
    offsets.append(at)
    marks = entities.compactMap { entity in
      guard case .map(let fields) = entity, case .integer(let begin)? = fields["begin"], case .integer(let end)? = fields["end"],
        case .string(let name)? = fields["type"], let type = Self.names[name], begin < end, Int(end) < offsets.count
      else { return nil }
      return (offsets[Int(begin)]..<offsets[Int(end)], type)
    }
    blocks = Self.blocks(bytes).map { [$0] }
  }

  private static func blocks(_ bytes: [UInt8]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var begin = 0
    for index in bytes.indices.dropLast() where bytes[index] == 0x0A && bytes[index + 1] == 0x0A {
      if index > begin { blocks.append(begin..<index) }
      begin = index + 1
    }
    return blocks + [begin..<bytes.count]
  }

  /// Word → the type of the shortest mark that it heads. Marks that cut a word are left out.
  func types(_ reading: SyntaxReading) -> [NominalType?] {
    var types = [NominalType?](repeating: nil, count: reading.words.count)
    var lengths = [Int](repeating: .max, count: reading.words.count)
    for (range, type) in marks {
      let inside = reading.words.indices.filter {
        reading.words[$0].begin < range.upperBound && reading.words[$0].end > range.lowerBound
      }
      guard let first = inside.first, let last = inside.last, reading.words[first].begin >= range.lowerBound,
        reading.words[last].end <= range.upperBound,
        let head = inside.first(where: { !(first...last).contains(reading.words[$0].head) })
      else { continue }
      if last - first < lengths[head] { (types[head], lengths[head]) = (type, last - first) }
    }
    return types
  }
}
