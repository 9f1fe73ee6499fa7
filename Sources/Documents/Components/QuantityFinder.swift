/// Numbers in digits and words with their qualifiers, ranges, scales and currencies → quantities. What belongs to a date, an
/// age or an ordinal is none.
struct QuantityFinder: Component {
  let name = "quantity finder"
  let requires: Set<Layer> = [.tokens, .sentences, .tags, .times]
  let assigns: Set<Layer> = [.quantities]

  func annotate(_ annotations: inout Annotations) {
    var nextTime = 0
    for sentence in annotations.sentences {
      let parser = QuantityParser(sentence: sentence, tokens: annotations.tokens)
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        while nextTime < annotations.times.count, annotations.times[nextTime].tokens.upperBound <= index { nextTime += 1 }
        if nextTime < annotations.times.count, annotations.times[nextTime].tokens.contains(index) {
          index = annotations.times[nextTime].tokens.upperBound
        } else if let quantity = parser.quantity(at: index) {
          annotations.quantities.append(quantity)
          index = quantity.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
  }
}

/// Reads one quantity at a place of a sentence.
struct QuantityParser {
  let sentence: Sentence
  let tokens: [Token]

  private static let currencies: [String: String] = [
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "us$": "USD", "dollars": "USD", "dollar": "USD", "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP", "yen": "JPY", "francs": "CHF", "roubles": "RUB", "rubles": "RUB", "yuan": "CNY", "rupees": "INR",
    "crowns": "crowns", "kronor": "SEK", "kroner": "NOK", "pesos": "pesos", "reais": "BRL", "rand": "ZAR", "marks": "marks",
    "lira": "TRY", "liras": "TRY", "dinars": "dinars", "dirhams": "dirhams", "forints": "HUF", "zlotys": "PLN", "shekels": "ILS",
    "riyals": "riyals", "naira": "NGN", "shillings": "shillings", "guilders": "guilders", "florins": "florins", "rubels": "RUB",
    "soles": "PEN", "baht": "THB", "won": "KRW", "taka": "BDT", "birr": "ETB", "kyat": "MMK", "lari": "GEL", "manat": "AZN",
    "leva": "BGN", "lei": "RON", "bolivars": "VES", "quetzals": "GTQ", "lempiras": "HNL", "guaranis": "PYG", "bolivianos": "BOB",
    "kwacha": "kwacha", "pula": "BWP", "leones": "SLL", "meticais": "MZN", "rials": "rials", "kronas": "SEK", "korunas": "CZK",
    "hryvnia": "UAH", "rupiah": "IDR", "ringgit": "MYR", "cedis": "GHS", "escudos": "escudos", "kwanza": "AOA", "tenge": "KZT",
  ]
  private static let scales: [String: Double] = [
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
    "k": 1e3, "dozen": 12,
    "score": 20,
  ]
  /// Plural words for a number left open → the least that they can mean.
  private static let vague: [String: Double] = [
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "tens": 20,
  ]

  private func lower(_ index: Int) -> String { sentence.tokens.contains(index) ? tokens[index].lower : "" }

  func quantity(at start: Int) -> Quantity? {
    // "no one was hurt"
    if lower(start) == "one", lower(start - 1) == "no" { return nil }
    var (qualifier, index) = qualifier(at: start)
    if lower(start) == "between", let low = number(at: start + 1), lower(low.end) == "and", let high = number(at: low.end + 1) {
      let unit = high.unit ?? low.unit
      let minimum = low.hasScale || !high.hasScale ? low.value : Self.scaled(low.value, by: high.scale)
      return Quantity(
        tokens: start..<high.end, value: nil, minimum: minimum, maximum: high.value, qualifier: nil, unit: unit)
    }
    if let least = Self.vague[lower(index)], lower(index + 1) == "of" || qualifier == nil {
      let isMore = lower(index + 2) == "thousands" || lower(index + 2) == "millions"
      let end = isMore ? index + 3 : index + 1
      let minimum = isMore ? least * (lower(index + 2) == "thousands" ? 1000 : 1e6) : least
      return Quantity(tokens: start..<end, value: nil, minimum: minimum, maximum: nil, qualifier: .atLeast, unit: nil)
    }
    if lower(index) == "a" || lower(index) == "an" {
      // "a dozen", "an estimated 200", "half a dozen"
      guard Self.scales[lower(index + 1)] != nil, lower(index + 1).utf8.count > 2 else { return nil }
      index += 1
    }
    if lower(index) == "half", lower(index + 1) == "a", lower(index + 2) == "dozen" {
      return Quantity(tokens: start..<(index + 3), value: 6, minimum: nil, maximum: nil, qualifier: .about, unit: nil)
    }
    guard let first = number(at: index), !isNoCount(index, first.end, qualified: qualifier != nil) else { return nil }
    if let second = rangeEnd(after: first) {
      let minimum = first.hasScale || !second.hasScale ? first.value : Self.scaled(first.value, by: second.scale)
      return Quantity(
        tokens: start..<second.end, value: nil, minimum: minimum, maximum: second.value, qualifier: qualifier,
        unit: second.unit ?? first.unit)
    }
    return Quantity(
      tokens: start..<first.end, value: first.value, minimum: nil, maximum: nil, qualifier: qualifier, unit: first.unit)
  }

  /// `1,200–1,500`, `10 to 15`, `800 or 900`; not the "to" of a score or a vote.
  private func rangeEnd(after first: Number) -> Number? {
    guard ["-", "–", "to", "or"].contains(lower(first.end)), let second = number(at: first.end + 1) else { return nil }
    return second.value > first.value || second.hasScale && !first.hasScale ? second : nil
  }

  private static let qualifierPhrases: [(words: [String], qualifier: Quantity.Qualifier?)] = [
    (["no", "more", "than"], .atMost), (["not", "more", "than"], .atMost), (["no", "fewer", "than"], .atLeast),
    (["no", "less", "than"], .atLeast), (["as", "many", "as"], .atMost), (["as", "much", "as"], .atMost),
    (["an", "estimated"], .about), (["at", "least"], .atLeast), (["at", "most"], .atMost), (["more", "than"], .atLeast),
    (["fewer", "than"], .atMost), (["less", "than"], .atMost), (["up", "to"], .atMost), (["close", "to"], .about),
    (["well", "over"], .atLeast), (["just", "over"], .about), (["only"], nil), (["over"], .atLeast), (["under"], .atMost),
    (["below"], .atMost), (["above"], .atLeast),
    (["some"], .about), (["about"], .about), (["around"], .about), (["nearly"], .about), (["almost"], .about),
    (["roughly"], .about), (["approximately"], .about), (["exactly"], .exactly), (["estimated"], .about),
  ]

  private static let phrasesOfFirstWord = Dictionary(grouping: qualifierPhrases) { $0.words[0] }

  private func qualifier(at start: Int) -> (Quantity.Qualifier?, Int) {
    for (words, qualifier) in Self.phrasesOfFirstWord[lower(start)] ?? []
    where words.indices.allSatisfy({ lower(start + $0) == words[$0] }) {
      return (qualifier, start + words.count)
    }
    return (nil, start)
  }

  private struct Number {
    var value: Double
    var scale = 1.0
    var hasScale = false
    var unit: String?
    var end: Int
  }

  private func number(at start: Int) -> Number? {
    var index = start
    var unit = Self.currencies[lower(index)].flatMap { ["$", "€", "£", "¥", "us$"].contains(lower(index)) ? $0 : nil }
    if unit != nil { index += 1 }
    guard var found = digits(at: index) ?? words(at: index) ?? sum(at: index) else { return nil }
    unit = unit ?? found.unit
    while let scale = Self.scales[lower(found.end)], sentence.tokens.contains(found.end), lower(found.end).utf8.count > 2 {
      found.value = Self.scaled(found.value, by: scale)
      found.scale *= scale
      found.hasScale = true
      found.end += 1
    }
    if lower(found.end) == "%" || lower(found.end) == "percent" || lower(found.end) == "pc" {
      unit = "percent"
      found.end += 1
    } else if lower(found.end) == "per", ["cent"].contains(lower(found.end + 1)) {
      unit = "percent"
      found.end += 2
    } else if unit == nil, let currency = Self.currencies[lower(found.end)] {
      unit = currency
      found.end += 1
    }
    found.unit = unit
    return found
  }

  private func digits(at index: Int) -> Number? {
    guard sentence.tokens.contains(index), let first = tokens[index].form.first, first.isNumber else { return nil }
    return number(of: tokens[index].lower, at: index)
  }

  /// "DKr29bn"
  private func sum(at index: Int) -> Number? {
    guard sentence.tokens.contains(index), let (unit, digits) = CurrencyPrefixes.split(tokens[index].form) else { return nil }
    var found = number(of: digits.lowercased(), at: index)
    found?.unit = unit
    return found
  }

  private func number(of form: String, at index: Int) -> Number? {
    var text = String(form.filter { $0 != "," })
    var scale = 1.0
    for suffix in ["bn", "mn", "tn", "m", "k"] where text.hasSuffix(suffix) {
      scale = Self.scales[suffix]!
      text.removeLast(suffix.count)
      break
    }
    guard let value = Double(text) else { return nil }
    return Number(value: Self.scaled(value, by: scale), scale: scale, hasScale: scale > 1, unit: nil, end: index + 1)
  }

  /// "4.1 million" is 4,100,000, though 4.1 as a binary fraction is a little less.
  private static func scaled(_ value: Double, by scale: Double) -> Double {
    let product = value * scale
    return abs(product - product.rounded()) < 1e-9 * abs(product) ? product.rounded() : product
  }

  private func words(at index: Int) -> Number? {
    guard let value = ClosedClasses.numberWords[lower(index)] else { return nil }
    return Number(value: Double(value), unit: nil, end: index + 1)
  }

  private static let measures = WordList.set(
    """
    years year months month weeks week days day hours hour minutes minute seconds kilometres kilometers km miles
    mile metres meters
    feet tonnes tons kilos kilograms degrees am pm a.m. p.m. o'clock times per-cent
    """)

  /// Ages, measures and times of day are numbers that count nobody; "one" alone is a pronoun.
  private func isNoCount(_ start: Int, _ end: Int, qualified: Bool) -> Bool {
    if Self.measures.contains(lower(end)) || lower(start).utf8.contains(UInt8(ascii: ":")) { return true }
    if lower(start) == "one" {
      return end - start == 1 && !qualified && (["of", "who", "that", "another", "day", ",", "."].contains(lower(end)))
    }
    // An age between commas: "Kolesar, 43, said".
    if lower(start - 1) == ",", lower(end) == ",", tokens[start].kind == .number, let value = Int(lower(start)),
      (10..<110).contains(value)
    {
      return true
    }
    return false
  }
}
