/// Words by which somebody says something, and what they tell of how sure it is.
enum SpeechLexicon {
  /// How sure the speaker of each verb is of what follows it.
  private static let verbs: [String: Certainty] = {
    var table: [String: Certainty] = [:]
    let lists: [(Certainty, String)] = [
      (.reported, reporting), (.probable, believing), (.rumoured, rumouring), (.denied, denying),
    ]
    for (certainty, words) in lists {
      for word in WordList.entries(words) { table[word] = certainty }
    }
    return table
  }()

  private static let reporting = """
    say tell announce report state declare add explain claim argue insist assert maintain note observe remark reply respond
    acknowledge admit concede confess confirm reveal disclose warn testify describe comment write tweet post stress emphasise
    emphasize complain recall recount quote cite conclude find estimate calculate allege contend accuse blame inform brief
    mention repeat reiterate indicate predict forecast promise pledge vow swear rule hold order urge demand appeal call ask
    condemn criticise criticize praise welcome suggest signal boast joke lament protest object agree read show
    """
  private static let believing = "believe think expect assume suppose reckon consider presume anticipate fear hope deem"
  private static let rumouring = "rumour rumor suspect speculate doubt question wonder"
  private static let denying = "deny dismiss reject refute rebut dispute disown disavow repudiate contradict"

  /// Verbs that open a clause of what is said ("said that …") or follow a quotation.
  private static let clausal = WordList.set(
    """
    say tell announce report state declare add explain claim argue insist assert maintain note observe remark reply respond
    acknowledge admit concede confess confirm reveal disclose warn testify comment write tweet stress emphasise emphasize complain
    recall recount conclude find estimate calculate allege contend inform mention repeat reiterate indicate predict forecast
    promise pledge vow swear rule suggest signal boast joke lament believe think expect assume suppose reckon presume anticipate
    fear suspect speculate doubt deny dispute agree show hope decide accuse declare
    """)

  /// Verbs whose passive says it of nobody in particular: "was rumoured to have been wounded".
  static let hearsay: [String: Certainty] = [
    "whisper": .rumoured, "rumour": .rumoured, "rumor": .rumoured, "allege": .rumoured, "suspect": .rumoured, "say": .reported,
    "report": .reported,
    "believe": .probable, "think": .probable, "expect": .probable, "understand": .reported, "know": .confirmed, "fear": .probable,
    "presume": .probable, "claim": .reported, "accuse": .rumoured, "suppose": .probable,
  ]

  static func isSpeech(_ lemma: String) -> Bool { clausal.contains(lemma) }
  static func certainty(of lemma: String) -> Certainty? { verbs[lemma] }
  static func isDenial(_ lemma: String) -> Bool { verbs[lemma] == .denied }

  /// Verbs that stand with a direct quotation only: "urged", "described it as".
  static let quoting = WordList.set(
    """
    call describe urge condemn criticise criticize praise ask answer welcome shout cry write read tweet post
    """)

  /// Nouns of something said, before "that" or "of".
  static let nouns: [String: Certainty] = [
    "claim": .reported, "claims": .reported, "report": .reported, "reports": .reported, "rumour": .rumoured, "rumours": .rumoured,
    "rumor": .rumoured, "rumors": .rumoured, "allegation": .rumoured, "allegations": .rumoured, "accusation": .rumoured,
    "accusations": .rumoured, "suspicion": .rumoured, "suspicions": .rumoured, "speculation": .rumoured, "news": .reported,
    "possibility": .rumoured, "suggestion": .rumoured, "suggestions": .rumoured, "statement": .reported, "word": .reported,
    "fears": .probable, "belief": .probable, "warning": .reported, "warnings": .reported, "estimates": .reported,
    "estimate": .reported, "theory": .rumoured, "evidence": .reported, "hopes": .probable,
  ]

  /// Nouns by which an account is given: "by her account", "in the words of".
  static let accounts = WordList.set("account accounts version estimate estimates reckoning words testimony telling")

  static let probableWords = WordList.set("probably likely presumably apparently probable seemingly")
  static let rumouredWords = WordList.set(
    """
    allegedly purportedly supposedly rumored rumoured unconfirmed alleged purported suspected unverified
    """)
  static let reportedWords = WordList.set("reportedly")

  /// Verbs of "cannot confirm", "could not verify".
  static let confirming = WordList.set("confirm verify corroborate substantiate authenticate say")

  /// What a denial calls the thing denied.
  static let denialNouns = WordList.set(
    """
    fabrication lie lies nonsense false untrue baseless unfounded invention fiction propaganda smear slander groundless absurd
    joke fairy fantasy tale ridiculous rubbish fake hoax forgery sham distortion exaggeration libel myth
    falsehood defamatory malicious unsupported
    untruth wrong incorrect inaccurate unsubstantiated
    """)
  static let accusationNouns = WordList.set(
    """
    accusation accusations allegation allegations charge charges claim claims report reports rumour rumours
    suggestion reports story it that
    """)
}
