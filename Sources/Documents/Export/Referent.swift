/// What a printed mention speaks of: something that the rules found, by its number in the annotations, or what only the line
/// itself knows.
enum Referent: Hashable {
  case entity(Int)
  case time(Int)
  case event(Int)
  case quantity(Int)
  /// A noun for a happening by its token, where no event was made of it.
  case eventNoun(Int)
  /// A nominal of the models of which the rules have made nothing, numbered in the order of their first lines.
  case unknown(Int)

  /// As the lines have it: the same for every mention of one thing.
  var printed: String {
    switch self {
    case .entity(let number): "e\(number)"
    case .time(let number): "t\(number)"
    case .event(let number): "v\(number)"
    case .quantity(let number): "q\(number)"
    case .eventNoun(let token): "p\(token)"
    case .unknown(let number): "n\(number)"
    }
  }
}
