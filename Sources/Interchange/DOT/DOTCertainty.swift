import Graph

/// How sure a statement is, as a line: solid, dashed, dotted, and a bar at the end of what is denied.
struct DOTCertainty {
  /// What is printed: the number or the word that the property holds.
  let text: String
  let lineStyle: String
  let isDenied: Bool

  /// The `certainty` among `properties`, nil where there is none: a number from 0 to 1, or one of the words `confirmed`,
  /// `probable`, `reported`, `rumoured`, `denied`.
  init?(_ properties: PropertyMap) {
    switch properties["certainty"] {
    case .float(let number)?:
      self.init(text: "\(number)", strength: number)
    case .integer(let number)?:
      self.init(text: "\(number)", strength: Double(number))
    case .string(let word)?:
      switch word {
      case "confirmed": self.init(text: word, strength: 1)
      case "probable", "reported": self.init(text: word, strength: 0.5)
      case "rumoured": self.init(text: word, strength: 0)
      case "denied": self.init(text: word, strength: 0, isDenied: true)
      default: return nil
      }
    default:
      return nil
    }
  }

  private init(text: String, strength: Double, isDenied: Bool = false) {
    self.text = text
    self.isDenied = isDenied
    lineStyle = strength >= 0.8 ? "solid" : strength >= 0.4 ? "dashed" : "dotted"
  }
}
