/// The language that a text is in: a BCP 47 tag.
struct LanguageTag: Equatable, CustomStringConvertible {
  /// `fr` of `fr-CA`; ISO 639-1 where that has the language.
  let primary: String
  /// `CA` of `fr-CA`, in front of it the dash; empty where nothing more is said.
  private let remainder: Substring

  /// What a document declares: `fr-CA`, `fr_CA`, `fra`, `fre`, `French`.
  init(_ declared: some StringProtocol) {
    let tag = declared.split(separator: " ").joined(separator: " ")
    let end = tag.firstIndex { $0 == "-" || $0 == "_" } ?? tag.endIndex
    let first = tag[..<end].lowercased()
    primary = Self.shortest[first] ?? first
    let rest = tag[end...]
    remainder = rest.isEmpty ? rest : "-" + rest.dropFirst()
  }

  var description: String { primary + remainder }

  /// `French`; the tag itself where it has no name here.
  var name: String { Self.names[primary] ?? description }

  private static let names = Dictionary(uniqueKeysWithValues: WordList.rows(rows).map { ($0[0], $0[2]) })

  /// Lower-case name or code of ISO 639-2 → code of ISO 639-1.
  private static let shortest: [String: String] = {
    var table: [String: String] = [:]
    for fields in WordList.rows(rows) {
      table[fields[2].lowercased()] = fields[0]
      for code in WordList.set(fields[1]) { table[code] = fields[0] }
    }
    return table
  }()

  /// ISO 639-1|ISO 639-2, both where there are two|name.
  private static let rows = """
    en|eng|English
    fr|fra fre|French
    de|deu ger|German
    es|spa|Spanish
    it|ita|Italian
    pt|por|Portuguese
    nl|nld dut|Dutch
    pl|pol|Polish
    tr|tur|Turkish
    sv|swe|Swedish
    da|dan|Danish
    no|nor|Norwegian
    fi|fin|Finnish
    cs|ces cze|Czech
    hu|hun|Hungarian
    ro|ron rum|Romanian
    id|ind|Indonesian
    sw|swa|Swahili
    so|som|Somali
    ha|hau|Hausa
    sq|sqi alb|Albanian
    hr|hrv|Croatian
    vi|vie|Vietnamese
    ar|ara|Arabic
    el|ell gre|Greek
    fa|fas per|Persian
    he|heb|Hebrew
    hi|hin|Hindi
    ja|jpn|Japanese
    ko|kor|Korean
    ru|rus|Russian
    th|tha|Thai
    uk|ukr|Ukrainian
    zh|zho chi|Chinese
    hy|hye arm|Armenian
    ka|kat geo|Georgian
    am|amh|Amharic
    """
}
