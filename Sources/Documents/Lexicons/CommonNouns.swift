/// Nouns that often open a sentence and are no names.
enum CommonNouns {
  private static let words = WordList.set(
    """
    government army police military opposition parliament court company companies bank group rebels soldiers troops
    fighting war peace talks violence killing death attack attacks bombing operation operations election elections polls voting
    result evidence news report word money oil gas power water food fire smoke rain snow heavy life time year month week day
    nothing everything everyone nobody someone anyone critics analysts experts witnesses residents officials diplomats
    investigators prosecutors lawyers doctors relatives families survivors supporters opponents protesters demonstrators lawmakers
    shares profits losses sales prices markets investors shareholders executives workers employees unions parties
    rescuers firefighters engineers scientists authorities judges jurors sources images photographs video footage
    final success victory defeat caution authority islamist islamists jihadists militants gunmen fighters
    turnout inflation unemployment production demand growth revenue trading traffic damage debris rescue aid
    pressure support progress
    victims tensions relations negotiations supplies electricity schools roads trains flights hospitals tourists voters
    meanwhile however despite although earlier later yesterday today tomorrow
    """)

  static func contains(_ lower: String) -> Bool { words.contains(lower) }
}
