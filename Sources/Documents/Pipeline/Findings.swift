import Graph

/// A date as it stands in the text and the days it means; both ends inclusive, nil where the text leaves an end open.
public struct TimeExpression: Sendable {
  public let tokens: Range<Int>
  public let from: CalendarDate?
  public let to: CalendarDate?
  /// The last day of the words themselves, whatever a preposition leaves open: "since January".
  public var lastDay: CalendarDate?
  /// How far apart the ends are: a day narrows an event down more than a year.
  public var dayCount: Int? {
    guard let from, let to else { return nil }
    return Int(to.daysSinceEpoch - from.daysSinceEpoch) + 1
  }
  /// With the last day of the words where a preposition leaves the end open.
  var closed: TimeExpression { to == nil ? TimeExpression(tokens: tokens, from: from, to: lastDay) : self }
}

/// A number of things, with what the text says of its precision.
public struct Quantity: Sendable, Hashable {
  public enum Qualifier: String, Sendable {
    case about, atLeast = "at least", atMost = "at most", exactly
  }

  public var tokens: Range<Int>
  /// Nil for a range and for words like "scores".
  public var value: Double?
  public var minimum: Double?
  public var maximum: Double?
  public var qualifier: Qualifier?
  /// A currency (`USD`), `percent`, or nil for a bare count.
  public var unit: String?
}

/// A noun phrase without what follows its head: `the 4th Border Regiment`, `he`, `at least 11 soldiers`.
public struct Phrase: Sendable {
  public enum Kind: Sendable, Hashable {
    case common, name, pronoun, number, time
  }

  public let tokens: Range<Int>
  public let head: Int
  public let kind: Kind
  /// The phrase before its `'s`, or the possessive pronoun.
  public let possessor: Int?
  /// Index into `Annotations.quantities`.
  public let quantity: Int?
}

/// A verb with its subject and what depends on it; phrases by index.
public struct Clause: Sendable {
  public enum Kind: Sendable, Hashable {
    case main, coordinated, complement, relative, adverbial, infinitive, participle
  }

  public struct Adjunct: Sendable {
    /// Lower case.
    public let preposition: String
    public let phrase: Int
    /// The preposition's token.
    public let token: Int
  }

  public var kind: Kind
  /// The verb group: auxiliaries, adverbs between and the main verb.
  public var verb: Range<Int>
  public var mainVerb: Int
  public var lemma: String
  public var isPassive = false
  public var isNegated = false
  public var isFuture = false
  public var isPerfect = false
  /// `could`, `may` …; nil without one.
  public var modal: String?
  public var subjects: [Int] = []
  public var objects: [Int] = []
  public var adjuncts: [Adjunct] = []
  /// The clause that this one depends on.
  public var governor: Int?
  /// From the first word that belongs to the clause to its last.
  public var tokens: Range<Int>

  /// Its first word, be it the verb's or another's.
  var begin: Int { min(tokens.lowerBound, verb.lowerBound) }
}

/// What an entity is; the label of its node.
public enum EntityKind: String, Sendable, CaseIterable {
  case person = "Person"
  case organization = "Organization"
  case group = "Group"
  case place = "Place"
  case asset = "Asset"
}

/// One place in the text that speaks of an entity.
public struct Mention: Sendable {
  public enum Form: Sendable, Hashable {
    case name, description, pronoun, adjective
  }

  public let tokens: Range<Int>
  public let head: Int
  public var kind: EntityKind
  public let form: Form
  /// The noun phrase that it is the core of; nil for an adjective inside one.
  public let phrase: Int?
  /// Index into `Annotations.entities`; nil until coreference, and for what is nobody in particular.
  public var entity: Int?
}

/// One entity of the document with all its mentions.
public struct EntityFinding: Sendable {
  public var kind: EntityKind
  /// The fullest form.
  public var name: String
  public var aliases: [String] = []
  /// A person or people without a name.
  public var isAnonymous = false
  public var mentions: [Int] = []
  public var strength: Quantity?
  /// What kind of place, where the text says.
  public var placeKind: String?
  var gender: GivenNames.Gender?
  /// Whether a pronoun alone has told the gender.
  var isGenderLearned = false
  /// Singular nouns that it has been called by, "president", "company".
  var heads: Set<String> = []
  /// Its modifiers where it is only described: "french", "intelligence".
  var modifiers: Set<String> = []
}

/// How sure somebody is of what they say; FORMAT's five words, the strongest first.
public enum Certainty: String, Sendable, CaseIterable, Comparable {
  case confirmed, probable, reported, rumoured, denied

  private var rank: Int { Self.allCases.firstIndex(of: self)! }
  /// Ordered by strength: `denied < rumoured < reported < probable < confirmed`.
  public static func < (a: Certainty, b: Certainty) -> Bool { a.rank > b.rank }
}

/// A stretch of text that somebody answers for.
public struct Statement: Sendable {
  /// Where it comes from in the sentence's grammar.
  public enum Form: Sendable, Hashable {
    case indirect, direct, fragment, accordingTo, hearsay, denial, blame, ownVoice
    /// Refusing to say anything: "declined to comment".
    case refusal
  }

  /// What is said, without the words that say who.
  public var content: Range<Int>
  /// Content and attribution, inside one sentence.
  public var passage: Range<Int>
  /// Index into `Annotations.entities`; nil where nobody is named and for the document's own voice.
  public var speaker: Int?
  public var certainty: Certainty
  public var form: Form
  /// The phrase that is blamed or whose part is denied.
  public var object: Int?
  /// When it was said.
  public var time: Int?
  /// The word for what speaks where nobody is named, "register", or the one that picks one out of several speakers, "other".
  public var source: Int?
}

/// A relationship between two entities.
public struct RelationFinding: Sendable {
  public var type: String
  public var source: Int
  public var target: Int
  /// "regional leader".
  public var role: String?
  public var certainty: Certainty
  public var evidence: Range<Int>
  /// Index into `Annotations.statements`.
  public var statement: Int?
  /// The part owned, in percent.
  public var share: Double?
}

/// One happening with everything that the text says of it.
public struct EventFinding: Sendable {
  public struct Participant: Sendable, Hashable {
    public var role: String
    public var entity: Int
    public var evidence: Range<Int>
    public var certainty: Certainty
  }

  public struct Count: Sendable, Hashable {
    /// `killed`, `injured`, `detained`, `displaced`, `force`, `amount`.
    public var name: String
    public var quantity: Quantity
    /// The entity that is counted.
    public var counted: Int?
  }

  public var type: String
  public var name: String
  public var from: CalendarDate?
  public var to: CalendarDate?
  public var dateText: String?
  public var places: [Int] = []
  public var participants: [Participant] = []
  public var counts: [Count] = []
  public var certainty: Certainty = .confirmed
  public var isDisputed = false
  public var isPlanned = false
  /// The words that name it, one range a mention.
  public var triggers: [Range<Int>] = []
}

/// One statement by one speaker in one passage, as a fact.
public struct ClaimFinding: Sendable {
  public enum Subject: Sendable, Hashable {
    case event(Int)
    case entity(Int)
  }

  /// `occurred`, a count's name, `responsible`, a relation's type, or `states`.
  public var predicate: String
  public var certainty: Certainty
  public var passage: Range<Int>
  public var quantity: Quantity?
  public var speaker: Int?
  public var subjects: [Subject]
  public var object: Int?
  public var saidOn: CalendarDate?
  /// Index into `Annotations.statements`; nil for the document's own voice.
  public var statement: Int?
  /// The passage that denies or doubts it in the same breath: "denied a report that …".
  public var answer: Range<Int>?
}
