/// Signs and letters that are written in front of a sum without a blank: "DKr29bn", "R$40m", "KSh500".
enum CurrencyPrefixes {
  /// The currency, by ISO 4217 or by its name where several have the sign, and the digits behind; nil for what is no sum.
  static func split(_ form: String) -> (unit: String, digits: Substring)? {
    // Nearly all words have no digit, and bytes say so sooner than characters.
    guard form.utf8.contains(where: { (0x30...0x39).contains($0) }),
      let first = form.firstIndex(where: { $0.isASCII && $0.isNumber }), first > form.startIndex,
      let unit = table[form[..<first].lowercased()]
    else { return nil }
    let digits = form[first...]
    let behind = digits.drop { $0.isNumber || $0 == "." || $0 == "," }
    return ["", "k", "m", "mn", "bn", "tn"].contains(behind.lowercased()) ? (unit, digits) : nil
  }

  private static let table: [String: String] = [
    "dkr": "DKK", "skr": "SEK", "nkr": "NOK", "ikr": "ISK", "kr": "crowns", "r$": "BRL", "a$": "AUD", "c$": "CAD", "hk$": "HKD",
    "nz$": "NZD", "s$": "SGD", "us$": "USD", "nt$": "TWD", "t$": "TOP", "j$": "JMD", "rs": "INR", "sfr": "CHF", "chf": "CHF",
    "eur": "EUR", "usd": "USD", "gbp": "GBP", "rmb": "CNY", "ksh": "KES", "tsh": "TZS", "ush": "UGX", "rm": "MYR", "rp": "IDR",
    "php": "PHP", "ngn": "NGN", "zar": "ZAR", "inr": "INR", "cny": "CNY", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN",
    "huf": "HUF", "czk": "CZK", "cfa": "XOF", "fcfa": "XOF", "egp": "EGP",
  ]
}
