/// Event candidates → events, one a happening: words for the same happening are put together by type, participants, days and
/// by what points back to it.
struct EventFinder: Component {
  let name = "event finder"
  let requires: Set<Layer> = [.tokens, .sentences, .phrases, .clauses, .entities, .times, .quantities, .statements]
  let assigns: Set<Layer> = [.events]

  func annotate(_ annotations: inout Annotations) {
    var finder = EventCandidateFinder(annotations)
    let candidates = finder.run()
    var merger = EventMerger(annotations, candidates: candidates)
    let (events, mentions) = merger.merge()
    annotations.events = events
    annotations.eventMentions = mentions
  }
}

/// One mention of an event: what claims are made from.
struct EventMention: Sendable {
  var event: Int
  var trigger: Range<Int>
  var evidence: Range<Int>
  var counts: [EventFinding.Count]
  var isNegated: Bool
  var isNoun: Bool
  var isBare: Bool
  /// Told in passing inside a statement, in the document's own voice.
  var isAside: Bool
}
