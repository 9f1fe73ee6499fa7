/// Times of day in figures: "11 p.m.", "at 9.40".
enum ClockTimes {
  private static let halves: Set<String> = ["am", "a.m", "a.m.", "pm", "p.m", "p.m.", "o'clock", "o’clock"]
  private static let placing: Set<String> = ["at", "as", "by", "around", "until", "before", "after", "from", "about"]

  /// Where on the dial a time that begins at `token` stands, in minutes after twelve, so that 9.40 and 21.40 are one. Nil for a
  /// number of anything else.
  static func minute(at token: Int, _ annotations: Annotations) -> Double? {
    let form = annotations.tokens[token].lower
    guard form.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let next = token + 1 < annotations.tokens.count ? annotations.tokens[token + 1].lower : ""
    let parts = form.split(whereSeparator: { $0 == "." || $0 == ":" })
    guard let hour = parts.first.flatMap({ Double($0) }), hour < 24, parts.count <= 2 else { return nil }
    let minutes = parts.count == 2 && parts[1].count == 2 ? Double(parts[1]) : parts.count == 1 ? 0 : nil
    guard let minutes, minutes < 60, !["percent", "per", "million", "billion", "%"].contains(next) else { return nil }
    let isPlaced = form.contains(":") || token > 0 && placing.contains(annotations.tokens[token - 1].lower)
    guard halves.contains(next) || parts.count == 2 && isPlaced else { return nil }
    return hour.truncatingRemainder(dividingBy: 12) * 60 + minutes
  }
}
