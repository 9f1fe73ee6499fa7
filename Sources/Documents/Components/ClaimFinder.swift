import Graph

/// Events, counts, relations and statements → claims, each with its speaker, certainty and passage.
struct ClaimFinder: Component {
  let name = "claim finder"
  let requires: Set<Layer> = [.entities, .statements, .relations, .events, .quantities, .clauses]
  let assigns: Set<Layer> = [.claims]

  func annotate(_ annotations: inout Annotations) {
    var collector = ClaimCollector(annotations)
    collector.readEventMentions()
    collector.readCountPhrases()
    collector.readStrengths()
    collector.readAmounts()
    collector.readThings()
    collector.readResponsibility()
    collector.readOtherStatements()
    collector.readAnsweredReports()
    collector.readOwnVoice()
    collector.readRelations()
    annotations = collector.finished()
  }
}

/// An event is as sure as the surest claim about it.
enum EventCertainty {
  static func set(_ annotations: inout Annotations) {
    for event in annotations.events.indices {
      let about = annotations.claims.filter { $0.subjects.contains(.event(event)) && $0.predicate != "states" }
      let told = about.filter { $0.predicate != "responsible" }
      // What is known only from whoever accuses somebody of it is no surer than that.
      guard let best = (told.isEmpty ? about : told).map(\.certainty).max() else { continue }
      annotations.events[event].certainty = best
      for index in annotations.events[event].participants.indices {
        let own = annotations.events[event].participants[index].certainty
        annotations.events[event].participants[index].certainty = min(own, best)
      }
    }
  }
}
