extension EventCandidate {
  /// "any meeting": only ever points to what was told before.
  var isHeadless: Bool { isNoun && isDefinite && isBare && participants.isEmpty && counts.isEmpty }
}

/// One mention of a happening, before mentions of the same happening are put together.
struct EventCandidate {
  var type: String
  /// The words that name it.
  var trigger: Range<Int>
  /// The clause that tells it; nil for a noun outside any.
  var clause: Int?
  var isNoun = false
  /// The base form of its word, once candidates are put together.
  var stem = ""
  /// "the attack", "its arrest": points back where there is something to point to.
  var isDefinite = false
  /// "skirmishes": a plural that tells of nothing in particular, unless a verb does.
  var isGeneric = false
  /// "the raid" has said all by itself; "attack on the town" has not.
  var isBare = false
  /// A verb whose event a definite noun names: "the agreement was signed", "brokered the accord".
  var pointsBack = false
  /// That noun, in the singular.
  var backWord: String?
  var participants: [EventFinding.Participant] = []
  var places: [Int] = []
  var time: Int?
  /// True where the date is the event's own and not the sentence's.
  var hasOwnTime = false
  /// True where it happened within the days that the words name: "since January, when he left".
  var isTimeClosed = false
  /// True where the date hangs on the noun itself: "the election on Nov. 8".
  var isTimeOfNoun = false
  var counts: [EventFinding.Count] = []
  /// "an earlier offer", "had first approached": another one than the one told of.
  var isAnother = false
  var isPlanned = false
  /// A noun that only frames the sentence, so that the sentence's date is not its own.
  var isBackground = false
  var isNegated = false
  /// Of a verb of doing that tells of little.
  var isSlight = false
  /// From the first to the last word that tells it.
  var evidence: Range<Int>
  /// Another candidate (by position) of which this is another word for the same.
  var sameAs: Int?
}
