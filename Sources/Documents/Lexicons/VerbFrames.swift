/// What verbs ask of their surroundings.
enum VerbFrames {
  /// The object of these is the subject of the infinitive that follows.
  static let objectControl = WordList.set(
    """
    order tell ask urge force allow enable persuade convince instruct direct permit invite encourage compel cause want expect
    require advise authorise authorize warn call help let make get push press pressure command
    """)

  /// Verbs of two objects, one of which a passive keeps.
  static let ditransitive = WordList.set(
    """
    give pay award offer send show teach tell grant deny hand lend call name elect appoint dub owe allot assign guarantee
    promise
    """)
}
