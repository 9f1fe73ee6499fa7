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
    WORKS_FOR: advise
    MEMBER_OF: join
    """)

  /// Lemma and preposition.
  static let withPreposition: [String: String] = [
    "work for": "WORKS_FOR", "speak for": "WORKS_FOR", "serve in": "MEMBER_OF", "belong to": "MEMBER_OF",
    "break from": "SPLIT_FROM",
    "split from": "SPLIT_FROM", "break with": "SPLIT_FROM", "secede from": "SPLIT_FROM", "defect from": "SPLIT_FROM",
    "base in": "BASED_IN",
    "headquarter in": "BASED_IN", "ally with": "ALLIED_WITH", "affiliate with": "AFFILIATED_WITH", "link to": "AFFILIATED_WITH",
    "marry to": "RELATIVE_OF", "work at": "WORKS_FOR", "sit on": "MEMBER_OF", "stand for": "MEMBER_OF", "serve on": "MEMBER_OF",
    "spin off": "SPLIT_FROM",
    "employ by": "WORKS_FOR",
  ]

  static let passive = WordList.table(
    """
    LEADS: lead head command run chair
    OWNS: own control
    FOUNDED: found establish
    REPRESENTS: represent defend
    """)
}
