import Graph

/// Days that stand over what follows: of the dispatch that a dateline opens, of an entry in a diary. What is told below counts
/// its days from there.
struct Datelines {
  /// In text order: from which token on which day.
  private let days: [(token: Int, day: CalendarDate)]
  private let document: CalendarDate?

  init(_ annotations: Annotations) {
    document = annotations.document.date
    var days: [(token: Int, day: CalendarDate)] = []
    var next = 0
    for sentence in annotations.sentences {
      var inside: [TimeExpression] = []
      while next < annotations.times.count, annotations.times[next].tokens.lowerBound < sentence.tokens.upperBound {
        inside.append(annotations.times[next])
        next += 1
      }
      guard let day = Self.day(of: sentence, inside, annotations.tokens) else { continue }
      days.append((sentence.tokens.lowerBound, day))
    }
    self.days = days
  }

  /// The day on which what stands at a token was written.
  func day(at token: Int) -> CalendarDate? { days.last { $0.token <= token }?.day ?? document }

  /// The last day on which something was written.
  var last: CalendarDate? { days.last?.day ?? document }

  /// The day with which a paragraph opens before a dash, `OSLO, June 3 (AP) –`, or of which a heading consists.
  static func day(of sentence: Sentence, _ times: [TimeExpression], _ tokens: [Token]) -> CalendarDate? {
    guard sentence.opensBlock, let time = times.first, time.dayCount == 1, let day = time.from,
      time.tokens.contains(where: { DateText.month(tokens[$0].lower) != nil || DateText.isoDay(in: tokens[$0].form) != nil })
    else { return nil }
    let begin = sentence.tokens.lowerBound
    if sentence.kind == .heading { return time.tokens.count >= 2 && sentence.tokens.count <= time.tokens.count + 2 ? day : nil }
    guard [.paragraph, .dateline].contains(sentence.kind), time.tokens.lowerBound - begin <= 6, tokens[begin].isCapitalised,
      (begin..<time.tokens.lowerBound).allSatisfy({ tokens[$0].isCapitalised || tokens[$0].kind != .word })
    else { return nil }
    let behind = time.tokens.upperBound..<min(sentence.tokens.upperBound, time.tokens.upperBound + 6)
    guard let dash = behind.first(where: { ["–", "—", "-", "--"].contains(tokens[$0].form) }) else { return nil }
    return (behind.lowerBound..<dash).allSatisfy { tokens[$0].isCapitalised || tokens[$0].kind != .word } ? day : nil
  }
}
