/// Words that are written with a stop of their own.
enum Abbreviations {
  static let withStop = WordList.set(
    """
    mr mrs ms dr prof rev fr st sr jr hon gov sen rep pres gen lt col maj capt cpl sgt pvt adm cmdr brig supt insp det msgr
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
    inc ltd corp co plc bros vs etc no vol fig ed al approx est dept univ assn ave blvd rd mt ft
    """)

  /// Whether a stop right after `word` belongs to it: a listed abbreviation, an initial, or initials.
  static func takesStop(_ word: ArraySlice<UInt8>) -> Bool {
    if word.count == 1 { return (0x41...0x5A).contains(word.first!) && word.first! != 0x49 }
    if word.count >= 3, word[word.startIndex + 1] == 0x2E { return true }
    guard word.count <= 6 else { return false }
    let text = String(decoding: word, as: UTF8.self)
    let lower = text.lowercased()
    guard withStop.contains(lower) else { return false }
    // "no." and its like are abbreviations only in capitals or before a number; the cautious reading is a sentence's end.
    return text != lower || ["vs", "etc", "approx", "al"].contains(lower)
  }

  /// Those that may end a sentence too: companies and initials.
  static func mayEndSentence(_ lower: String) -> Bool {
    ["inc.", "ltd.", "corp.", "co.", "bros.", "jr.", "sr.", "etc.", "u.s.", "u.k.", "u.n.", "e.u.", "a.m.", "p.m.", "d.c."]
      .contains(lower)
  }
}
