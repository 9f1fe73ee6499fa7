/// Verbs that say how two entities stand to each other.
enum RelationVerbs {
  static let active = WordList.table(
    """
    LEADS: lead head command run chair govern rule
    OWNS: own
    FOUNDED: found co-found establish create
    SUPPLIES: supply arm equip
    OPPOSES: oppose
    REPRESENTS: represent defend
    """)

  /// Lemma and preposition.
  static let withPreposition: [String: String] = [
    "work for": "WORKS_FOR", "speak for": "WORKS_FOR", "serve in": "MEMBER_OF", "belong to": "MEMBER_OF",
    "break from": "SPLIT_FROM",
    "split from": "SPLIT_FROM", "break with": "SPLIT_FROM", "secede from": "SPLIT_FROM", "defect from": "SPLIT_FROM",
    "base in": "BASED_IN",
    "headquarter in": "BASED_IN", "ally with": "ALLIED_WITH", "affiliate with": "AFFILIATED_WITH", "link to": "AFFILIATED_WITH",
    "marry to": "RELATIVE_OF",
  ]

  static let passive = WordList.table(
    """
    LEADS: lead head command run chair
    OWNS: own control
    FOUNDED: found establish
    REPRESENTS: represent defend
    """)
}
