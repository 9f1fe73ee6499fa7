import Documents
import Linguistics

/// The program's own word lists as the models were trained with them. They are kept beside the models, since the lists grow with
/// each rule while the models stay.
///
/// A line a word: `word TAB traits`, the traits as a number (`WordLexicon`); a last column `organization` marks the name of a
/// known one.
struct WordLists {
  private(set) var traits: [(word: String, traits: WordLexicon)] = []
  private(set) var organizations: [String] = []

  /// The lists as they are now, in order.
  static var present: WordLists {
    var lists = WordLists()
    var traits: [String: WordLexicon] = [:]
    for (word, more) in WordTraits.all { traits[word, default: []].formUnion(more) }
    lists.traits = traits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    lists.organizations = WordTraits.organizations.sorted()
    return lists
  }

  var bytes: [UInt8] {
    let lines = traits.map { "\($0.word)\t\($0.traits.rawValue)\n" } + organizations.map { "\($0)\t0\torganization\n" }
    return Array(lines.joined().utf8)
  }

  private init() {}

  /// Reads what `bytes` writes.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count >= 2, let number = UInt32(fields[1]) else {
        fatalError("expected word TAB traits on each line of the lists")
      }
      if fields.count > 2 { organizations.append(fields[0]) } else { traits.append((fields[0], WordLexicon(rawValue: number))) }
    }
  }
}
