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

  /// Verbs that have no passive, so that their participle behind a noun without an auxiliary is a past tense.
  static let intransitive = WordList.set(
    """
    testify resign die happen occur arrive fall come go rise appear disappear vanish emerge erupt collapse perish drown
    sleep sit stand lie live exist remain stay arise depart retire abdicate secede defect crash collide sink capsize derail
    protest demonstrate march rally riot speak agree disagree apologise apologize intervene interfere flee escape belong consist
    keel plummet swerve careen veer skid nosedive crumble subside succumb faint stumble tumble surrender capitulate retreat flock
    stream trek swoop descend pounce rage flare roar surge recede spiral
    """)

  /// A past form that is no passive participle before `next`: of a verb without a passive, or of coming together and voting
  /// unless somebody is named by whom.
  static func hasNoPassive(_ form: String, before next: String) -> Bool {
    guard let lemma = VerbForms.lemma(of: form) else { return false }
    return intransitive.contains(lemma) || gathering.contains(lemma) && gatheringAdjuncts.contains(next)
  }

  private static let gathering = WordList.set("meet vote gather assemble convene rule decide")
  private static let gatheringAdjuncts = WordList.set("in on at near outside to against for that with last late")
}
