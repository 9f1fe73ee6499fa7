/// Capitalised words that name nobody and no place: languages, religions, feasts, laws and treaties, and things that go by their
/// initials. Languages by the English names that ISO 639
/// has for them; those that are called as a people is ("French") are adjectives of a country and stand in `Countries`.
enum CultureNames {
  static func contains(_ lower: String) -> Bool {
    languages.contains(lower) || religions.contains(lower) || feasts.contains(lower) || initials.contains(lower)
      || lower.hasSuffix("s") && initials.contains(String(lower.dropLast()))
  }

  /// "the Criminal Code", "the Strategic Framework Agreement", "Operation Harvest": names of what is written or planned.
  static func isWork(_ lower: String) -> Bool {
    let words = lower.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    // "Waitangi Day", "the World Cup"; "Doris Day" is somebody.
    if words.count > 1, occasions.contains(last), GivenNames.gender(of: first) == nil { return true }
    // "Movement for the Constitution"
    return first == "operation" && words.count > 1 || works.contains(last) && !OrganizationNouns.nameHeads.contains(first)
  }

  private static let works = WordList.set(
    """
    act acts code agreement agreements treaty treaties accord accords protocol protocols resolution resolutions constitution
    memorandum statute statutes directive regulation regulations ordinance decree amendment bill declaration
    """)

  private static let occasions = WordList.set(
    """
    day week festival championship championships cup trophy prize award awards medal olympics paralympics carnival marathon expo
    gala derby tournament war wars revolution uprising massacre holocaust
    """)

  private static let initials = WordList.set(
    """
    ied vbied ak-47 rpg uav gps dna rna gdp gnp tv pcr hiv aids covid covid-19 sars suv cctv vat sim pdf usb ai it hr pr pc atm
    id iq faq diy cv ufo led lgbt lgbtq ngo sms url wifi wi-fi 4g 5g wmd icbm gmt utc cet internet web
    """)

  /// Who shares a creed or an origin, as a noun or an adjective, in the singular.
  static func isPeople(_ lower: String) -> Bool {
    peoples.contains(lower) || lower.hasSuffix("s") && peoples.contains(String(lower.dropLast()))
  }

  private static let peoples = WordList.set(
    """
    muslim christian buddhist hindu jew jewish sikh catholic protestant anglican methodist baptist evangelical orthodox mormon
    sunni shia shiite alawite druze yazidi ismaili sufi salafi islamist jihadist zionist coptic copt maronite jain baha'i
    quaker lutheran presbyterian pentecostal atheist
    arab kurd kurdish tuareg berber rohingya pashtun hazara baloch punjabi tamil sinhalese uighur uyghur tatar chechen
    circassian roma sami basque catalan hutu tutsi hausa fulani igbo yoruba zulu xhosa oromo tigrayan amhara masalit dinka nuer
    bedouin maori inuit cossack slav turkmen
    """)

  private static let languages = WordList.set(
    """
    arabic hebrew latin aramaic swahili kiswahili urdu hindi bengali bangla punjabi tamil telugu gujarati marathi kannada
    malayalam
    sinhala pashto dari farsi mandarin cantonese hokkien malay tagalog cebuano javanese sundanese balinese hausa yoruba igbo
    amharic
    tigrinya tigre oromo zulu xhosa sesotho setswana afrikaans catalan basque galician breton occitan corsican sardinian friulian
    romansh gaelic yiddish ladino romani esperanto creole tamasheq tamazight berber kabyle lingala kikongo tshiluba kinyarwanda
    kirundi luganda shona ndebele chichewa bemba wolof fula fulani fulfulde bambara soninke mandinka mossi ewe akan twi fante
    kanuri
    quechua guarani aymara nahuatl maya inuktitut cree sanskrit pali nepali assamese oriya odia sindhi balochi kurmanji sorani
    uyghur
    tatar bashkir chuvash yakut mari komi udmurt khmer hmong karen cornish manx frisian flemish faroese sami walloon
    ukrainian-language
    arabic-language english-language french-language russian-language spanish-language
    """)

  private static let religions = WordList.set(
    """
    islam christianity judaism buddhism hinduism sikhism jainism taoism daoism confucianism shinto zoroastrianism catholicism
    protestantism calvinism lutheranism anglicanism methodism pentecostalism mormonism shiism sunnism sufism salafism wahhabism
    bahaism atheism paganism voodoo marxism leninism communism socialism fascism nazism zionism
    """)

  private static let feasts = WordList.set(
    """
    christmas easter hajj umrah ramadan eid diwali hanukkah passover pentecost lent ashura nowruz purim halloween thanksgiving
    epiphany advent
    """)
}
