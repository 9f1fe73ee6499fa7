/// Event types that may name one happening: an attack is also a killing, an arrest also a detention.
enum EventFamilies {
  private static let families: [[String]] = [
    ["attack", "battle", "killing", "death", "operation"],
    ["arrest", "detention"],
    ["abduction", "detention"],
    ["agreement", "contract", "meeting"],
    ["election", "vote"],
    ["departure", "split"],
    ["acquisition", "bid", "investment", "contract", "agreement"],
    ["accident", "death", "attack"],
  ]

  /// What the same officers do on the same day.
  static func areOfOneDay(_ a: String, _ b: String) -> Bool {
    a == b || Set([a, b]) == ["arrest", "detention"] || penalties.contains(a) && penalties.contains(b)
  }

  /// What a panel hands down.
  private static let penalties: Set<String> = ["sentence", "order", "departure"]

  static func areCompatible(_ a: String, _ b: String) -> Bool {
    a == b || families.contains { $0.contains(a) && $0.contains(b) }
  }
}
