/// Words by which somebody says something, and what they tell of how sure it is. The verbs follow the classes of VerbNet
/// (say-37.7, tell-37.2, talk-37.5, complain-37.8, confess-37.10, promise-37.13, manner_speaking-37.3, conjecture-29.5,
/// indicate-78) with the members that take a clause or a quotation.
enum SpeechLexicon {
  /// How sure the speaker of each verb is of what follows it.
  private static let verbs: [String: Certainty] = {
    var table: [String: Certainty] = [:]
    let lists: [(Certainty, String)] = [
      (.reported, saying), (.reported, telling), (.reported, withThat), (.reported, directive),
      (.probable, believing), (.rumoured, rumouring), (.denied, denying),
    ]
    for (certainty, words) in lists {
      for word in WordList.entries(words) { table[word] = certainty }
    }
    return table
  }()

  /// What is said follows with "that" or without, or stands before.
  private static let saying = """
    say announce report state declare add explain claim argue insist assert maintain note observe remark reply respond
    acknowledge admit concede confess confirm reveal disclose warn testify comment tweet stress emphasise emphasize complain
    recall recount conclude find estimate calculate allege contend mention repeat reiterate indicate predict forecast promise
    pledge vow swear rule suggest signal boast joke lament agree show write
    affirm aver avow attest proclaim opine quip retort counter caution confide divulge relate narrate clarify specify stipulate
    certify depose submit underline underscore grumble grouse gripe moan whine brag gloat jest exclaim muse theorise theorize
    hypothesise hypothesize posit postulate reason prophesy foretell recollect reaffirm restate
    volunteer interject elaborate hint imply intimate insinuate
    """
  /// Whom it is told stands between.
  private static let telling = "tell inform assure reassure remind notify alert apprise convince advise brief"
  /// Sayings and findings only with "that", a quotation or an infinitive: without one these verbs are of acts and things.
  private static let withThat = """
    accept hold establish determine demonstrate deduce infer recommend propose request remember regret reflect
    decide protest object answer read cite quote describe accuse blame highlight order demand urge ask appeal
    shout cry yell whisper murmur mutter blurt scream sigh hear find
    """
  private static let rareWithThat = """
    point plead project grant own leak expose uncover record document prove allow gather picture call let
    """
  private static let written = "post blog email e-mail text cable message wire telegraph"
  private static let directive = "condemn criticise criticize praise welcome call"
  private static let believing = """
    believe think expect assume suppose reckon consider presume anticipate fear hope deem guess figure imagine trust feel
    conjecture surmise foresee envisage envision gather understand
    """
  private static let rumouring = "rumour rumor suspect speculate doubt question wonder"
  private static let denying = """
    deny dismiss reject refute rebut dispute disown disavow repudiate contradict contest challenge gainsay discount debunk
    disclaim recant retract disagree dissent
    """

  /// Verbs that open a clause of what is said ("said that …") or follow a quotation.
  private static let clausal: Set<String> = WordList.set(saying).union(
    WordList.set(
      """
      tell inform assure remind notify believe think expect assume suppose reckon presume anticipate fear suspect speculate doubt
      deny dispute hope accuse surmise
      """))

  private static let onlyWithThat: Set<String> = WordList.set(withThat + " " + rareWithThat + " " + written + " " + telling)
    .union(
      WordList.set(
        "consider guess figure imagine trust feel conjecture foresee envisage envision gather understand wonder question"))

  /// Verbs whose passive says it of nobody in particular: "was rumoured to have been wounded".
  static let hearsay: [String: Certainty] = {
    var table: [String: Certainty] = [:]
    let lists: [(Certainty, String)] = [
      (.rumoured, "whisper rumour rumor allege suspect accuse charge indict gossip purport speculate"),
      (
        .reported,
        """
        say report claim understand state announce suggest mention note argue assert disclose reveal declare recall
        maintain agree repute estimate predict forecast
        """
      ),
      (.probable, "believe think expect fear presume suppose assume reckon anticipate hope consider deem"),
      (.confirmed, "know"),
    ]
    for (certainty, words) in lists {
      for word in WordList.entries(words) { table[word] = certainty }
    }
    return table
  }()

  /// Those of them that say it with any complement; the others only before "that" and "to".
  static let plainHearsay = WordList.set(
    """
    whisper rumour rumor allege suspect say report believe think expect understand know fear presume claim accuse charge indict
    suppose
    """)

  static func isSpeech(_ lemma: String) -> Bool { clausal.contains(lemma) }
  /// Verbs of saying where "that" or a quotation shows that they are meant so.
  static func isSpeechWithThat(_ lemma: String) -> Bool { onlyWithThat.contains(lemma) }
  static func certainty(of lemma: String) -> Certainty? { verbs[lemma] }
  static func isDenial(_ lemma: String) -> Bool { verbs[lemma] == .denied }

  /// Verbs that stand with a direct quotation only: "urged", "described it as", "muttered".
  static let quoting = WordList.set(
    """
    call describe urge condemn criticise criticize praise ask answer welcome shout cry write read tweet post
    whisper mutter murmur mumble yell scream shriek sob sigh growl snap bark roar groan stammer stutter chant shrug laugh
    chuckle smile nod grin fume rage thunder bellow hiss sneer scoff gush enthuse drawl wail go continue begin conclude
    inquire enquire demand plead beg beseech implore appeal object protest interrupt persist think agree apologise apologize
    thank greet propose remember wonder order command offer venture put
    """)

  /// Nouns of something said, before "that" or "of".
  static let nouns: [String: Certainty] = {
    var table: [String: Certainty] = [:]
    let lists: [(Certainty, String)] = [
      (
        .reported,
        """
        claim report news statement word warning estimate evidence assertion contention testimony assurance announcement
        admission confession complaint argument conclusion finding prediction forecast confirmation acknowledgement
        message declaration promise pledge insistence tradition
        """
      ),
      (
        .rumoured,
        """
        rumour rumor allegation accusation suspicion speculation possibility suggestion theory talk gossip hint insinuation
        hypothesis insinuation whisper charge doubt legend folklore lore myth
        """
      ),
      (.probable, "fears belief hopes expectation assumption likelihood probability impression conviction"),
    ]
    for (certainty, words) in lists {
      for word in WordList.entries(words) {
        table[word] = certainty
        if !word.hasSuffix("s"), !["news", "evidence", "gossip", "talk", "word"].contains(word) {
          table[word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"] = certainty
        }
      }
    }
    return table
  }()

  /// Adjectives by which somebody is said to be more or less sure of what follows: "adamant that he paid".
  static let attitudes: [String: Certainty] = {
    var table: [String: Certainty] = [:]
    let lists: [(Certainty, String)] = [
      (
        .reported,
        """
        sure certain convinced adamant positive emphatic insistent categorical unequivocal satisfied persuaded
        """
      ),
      (.probable, "confident hopeful optimistic worried afraid concerned fearful anxious pessimistic"),
      (.rumoured, "doubtful sceptical skeptical suspicious dubious unconvinced unsure uncertain"),
    ]
    for (certainty, words) in lists { for word in WordList.entries(words) { table[word] = certainty } }
    return table
  }()

  /// Bodies before which evidence is given.
  static let courts = WordList.set(
    "court tribunal jury jurors inquiry inquest hearing committee panel commission judge magistrates board")

  /// Nouns by which an account is given: "by her account", "in the words of", "by some accounts".
  static let accounts = WordList.set(
    """
    account accounts version versions estimate estimates reckoning words testimony telling view opinion eyes calculation
    calculations admission
    """)

  static let probableWords = WordList.set(
    """
    probably likely unlikely presumably apparently probable seemingly evidently doubtless plausibly
    improbable plausible
    """)
  static let rumouredWords = WordList.set(
    """
    allegedly purportedly supposedly rumored rumoured unconfirmed alleged purported suspected unverified ostensibly reputedly
    supposed unsubstantiated uncorroborated rumouredly
    """)
  static let reportedWords = WordList.set("reportedly")

  /// Verbs of "cannot confirm", "could not verify".
  static let confirming = WordList.set(
    "confirm verify corroborate substantiate authenticate say rule vouch establish ascertain determine")

  /// What a denial calls the thing denied.
  static let denialNouns = WordList.set(
    """
    fabrication lie lies nonsense false untrue baseless unfounded invention fiction propaganda smear slander groundless absurd
    joke fairy fantasy tale ridiculous rubbish fake hoax forgery sham distortion exaggeration libel myth
    falsehood defamatory malicious unsupported
    untruth wrong incorrect inaccurate unsubstantiated mistaken untrue preposterous ludicrous laughable outlandish fanciful
    fabricated bogus fictitious invented speculation guesswork gossip misleading misunderstanding mischaracterisation
    flawed biased one-sided unreliable implausible impossible smokescreen unproven far-fetched exaggerated overblown overstated
    inflated unscientific disinformation misinformation witch-hunt scaremongering calumny
    hysterical grotesque outrageous bizarre silly paranoid scurrilous vexatious frivolous disgraceful delusional idiotic hysteria
    liar fantasist mischaracterization bunkum hogwash garbage claptrap hearsay erroneous unjustified spurious concocted
    """)
  static func isDenialWord(_ lower: String) -> Bool {
    denialNouns.contains(lower) || denialNouns.contains(Suffixes.singular(lower))
  }
  static let accusationNouns = WordList.set(
    """
    accusation accusations allegation allegations charge charges claim claims report reports rumour rumours rumor rumors
    suggestion suggestions story stories it that this these those both them
    """)
}
