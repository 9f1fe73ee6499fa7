import Graph

/// What a drawing says of a happening besides its name: when it was, and how many or how much.
enum DOTEventFacts {
  private static let counts = ["killed", "injured", "detained", "displaced"]

  /// `2013-02-20 to 2013-02-28, at least 93 killed`; nil for what is no event and where nothing of this is known.
  static func text(of node: Node) -> String? {
    guard node.labels.contains("Event") else { return nil }
    let properties = node.properties
    var parts = counts.compactMap { key in quantity(key, properties).map { "\($0) \(key)" } }
    if let days = days(properties) { parts.insert(days, at: 0) }
    if let amount = quantity("amount", properties) {
      parts.append([amount, plain("amountUnit", properties)].compactMap { $0 }.joined(separator: " "))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func days(_ properties: PropertyMap) -> String? {
    switch (plain("dateFrom", properties), plain("dateTo", properties)) {
    case (let from?, let to?): from == to ? from : "\(from) to \(to)"
    case (let from?, nil): "since \(from)"
    case (nil, let to?): "by \(to)"
    case (nil, nil): nil
    }
  }

  /// A number with its qualifier, or a range.
  private static func quantity(_ key: String, _ properties: PropertyMap) -> String? {
    let range = [plain(key + "Min", properties), plain(key + "Max", properties)].compactMap { $0 }
    guard let number = plain(key, properties) ?? (range.isEmpty ? nil : range.joined(separator: " to ")) else { return nil }
    return [plain(key + "Qualifier", properties), number].compactMap { $0 }.joined(separator: " ")
  }

  private static func plain(_ key: String, _ properties: PropertyMap) -> String? {
    guard let value = properties[key] else { return nil }
    let text = CypherText.plain(value)
    return text.isEmpty ? nil : text
  }
}
