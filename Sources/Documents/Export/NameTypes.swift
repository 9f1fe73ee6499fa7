import Linguistics

/// What the names of one document are taken for. A text means one thing by a name (Gale, Church & Yarowsky 1992), so that each is
/// what the models say in most of its places, whatever they say in this one.
struct NameTypes {
  private var votes: [String: [NominalType: Int]] = [:]

  /// Complexity: O(mentions).
  init(_ annotations: Annotations) {
    for mention in annotations.syntax.mentions where Self.isVoter(mention) {
      votes[Self.key(mention, annotations), default: [:]][mention.type, default: 0] += 1
    }
  }

  /// The mention's own type where as many places speak for it as for any other, or where it is no name of a person, an
  /// organisation or a place.
  func type(of mention: NominalMention, _ annotations: Annotations) -> NominalType {
    guard Self.isVoter(mention), let votes = votes[Self.key(mention, annotations)], votes.count > 1 else { return mention.type }
    let most = votes.values.max()!
    if votes[mention.type] == most { return mention.type }
    return Self.types.first { votes[$0] == most }!
  }

  private static let types: [NominalType] = [.organization, .place, .person]

  private static func isVoter(_ mention: NominalMention) -> Bool { mention.isName && types.contains(mention.type) }

  private static func key(_ mention: NominalMention, _ annotations: Annotations) -> String {
    let word = annotations.syntax.words[mention.head]
    return annotations.document[Span(word.begin, word.end)].lowercased()
  }
}
