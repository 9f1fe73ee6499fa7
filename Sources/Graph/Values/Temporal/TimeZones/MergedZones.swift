/// Zones that IANA keeps under another zone's name because both have agreed since 1970.
///
/// IANA's main data have one zone for all places whose clocks have shown the same since 1970; the other names are links, and
/// their own history before 1970 lies apart in the file `backzone`. Operating systems differ in whether they compile that
/// file in, so one query would answer differently on two machines: Stockholm's local mean time is +01:12:12 with it and
/// Berlin's +00:53:28 without. openCypher's scenarios and Java, and with it other Cypher engines, follow the main data. So do
/// we: before 1970 a name that is a link in the main data has the history of the zone that it links to.
///
/// The list is that of IANA's `backward` and `zone1970.tab`, release 2025b (https://data.iana.org/time-zones/): every name of a
/// place that `zone1970.tab` gives to another zone, and the older names of places outside it whose own history before 1970 is in
/// `backzone`. Names that differ from their target since 1970 are not in it.
enum MergedZones {
  /// The zone of the main data that holds the history of `name` before 1970, nil where that has its own.
  static func target(of name: String) -> String? { targets[name] }

  private static let targets: [String: String] = {
    var targets: [String: String] = [:]
    for (target, names) in namesByTarget {
      for name in names.split(whereSeparator: \.isWhitespace) { targets[String(name)] = target }
    }
    return targets
  }()

  private static let namesByTarget: KeyValuePairs<String, String> = [
    "Africa/Abidjan": """
    Africa/Accra Africa/Bamako Africa/Banjul Africa/Conakry Africa/Dakar Africa/Freetown Africa/Lome \
    Africa/Nouakchott Africa/Ouagadougou Africa/Timbuktu Atlantic/Reykjavik Atlantic/St_Helena \
    Iceland
    """,
    "Africa/Johannesburg": "Africa/Maseru Africa/Mbabane",
    "Africa/Lagos": """
    Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Libreville Africa/Luanda \
    Africa/Malabo Africa/Niamey Africa/Porto-Novo
    """,
    "Africa/Maputo": """
    Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Kigali Africa/Lubumbashi \
    Africa/Lusaka
    """,
    "Africa/Nairobi": """
    Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti \
    Africa/Kampala Africa/Mogadishu Indian/Antananarivo Indian/Comoro Indian/Mayotte
    """,
    "America/Argentina/Catamarca": "America/Argentina/ComodRivadavia",
    "America/Argentina/Cordoba": "America/Rosario",
    "America/Edmonton": "America/Yellowknife",
    "America/Iqaluit": "America/Pangnirtung",
    "America/Panama": "America/Atikokan America/Cayman America/Coral_Harbour",
    "America/Phoenix": "America/Creston",
    "America/Puerto_Rico": """
    America/Anguilla America/Antigua America/Aruba America/Blanc-Sablon America/Curacao \
    America/Dominica America/Grenada America/Guadeloupe America/Kralendijk America/Lower_Princes \
    America/Marigot America/Montserrat America/Port_of_Spain America/St_Barthelemy America/St_Kitts \
    America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola America/Virgin
    """,
    "America/Tijuana": "America/Ensenada America/Santa_Isabel",
    "America/Toronto": "America/Montreal America/Nassau America/Nipigon America/Thunder_Bay",
    "America/Winnipeg": "America/Rainy_River",
    "Asia/Bangkok": "Asia/Phnom_Penh Asia/Vientiane Indian/Christmas",
    "Asia/Dubai": "Asia/Muscat Indian/Mahe Indian/Reunion",
    "Asia/Jerusalem": "Asia/Tel_Aviv",
    "Asia/Kuching": "Asia/Brunei",
    "Asia/Qatar": "Asia/Bahrain",
    "Asia/Riyadh": "Antarctica/Syowa Asia/Aden Asia/Kuwait",
    "Asia/Shanghai": "Asia/Chongqing Asia/Chungking Asia/Harbin",
    "Asia/Singapore": "Asia/Kuala_Lumpur",
    "Asia/Urumqi": "Asia/Kashgar",
    "Asia/Yangon": "Indian/Cocos",
    "Australia/Hobart": "Australia/Currie",
    "Europe/Belgrade": "Europe/Ljubljana Europe/Podgorica Europe/Sarajevo Europe/Skopje Europe/Zagreb",
    "Europe/Berlin": "Arctic/Longyearbyen Atlantic/Jan_Mayen Europe/Copenhagen Europe/Oslo Europe/Stockholm",
    "Europe/Brussels": "Europe/Amsterdam Europe/Luxembourg",
    "Europe/Chisinau": "Europe/Tiraspol",
    "Europe/Helsinki": "Europe/Mariehamn",
    "Europe/Kyiv": "Europe/Uzhgorod Europe/Zaporozhye",
    "Europe/London": "Europe/Belfast Europe/Guernsey Europe/Isle_of_Man Europe/Jersey",
    "Europe/Paris": "Europe/Monaco",
    "Europe/Prague": "Europe/Bratislava",
    "Europe/Rome": "Europe/San_Marino Europe/Vatican",
    "Europe/Zurich": "Europe/Busingen Europe/Vaduz",
    "Indian/Maldives": "Indian/Kerguelen",
    "Pacific/Auckland": "Antarctica/McMurdo Antarctica/South_Pole",
    "Pacific/Guadalcanal": "Pacific/Pohnpei Pacific/Ponape",
    "Pacific/Guam": "Pacific/Saipan",
    "Pacific/Honolulu": "Pacific/Johnston",
    "Pacific/Kanton": "Pacific/Enderbury",
    "Pacific/Pago_Pago": "Pacific/Midway",
    "Pacific/Port_Moresby": "Antarctica/DumontDUrville Pacific/Chuuk Pacific/Truk Pacific/Yap",
    "Pacific/Tarawa": "Pacific/Funafuti Pacific/Majuro Pacific/Wake Pacific/Wallis",
  ]
}
