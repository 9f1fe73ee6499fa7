/// Colour and weight, or nothing where colour is off: every escape sequence that the shell writes is made here.
public struct Style: Sendable {
  public var isOn: Bool

  public init(isOn: Bool) { self.isOn = isOn }

  func dim(_ text: String) -> String { wrap(text, "2") }
  func bold(_ text: String) -> String { wrap(text, "1") }
  func error(_ text: String) -> String { wrap(text, "1;31") }
  func warning(_ text: String) -> String { wrap(text, "33") }
  func name(_ text: String) -> String { wrap(text, "36") }

  /// The part of a sentence that is the evidence: bold, or between `**` where there is no bold.
  func marked(_ text: String) -> String { isOn ? wrap(text, "1") : "**\(text)**" }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
