/// Who leads, works for, belongs to, is where: from appositions, titles, possessors, the verbs that say so, and datelines.
struct RelationFinder: Component {
  let name = "relation finder"
  let requires: Set<Layer> = [.tokens, .phrases, .clauses, .mentions, .entities, .statements]
  let assigns: Set<Layer> = [.relations]

  func annotate(_ annotations: inout Annotations) {
    var collector = RelationCollector(annotations)
    collector.readRolls()
    collector.readBylines()
    collector.readDescriptions()
    collector.readTitles()
    collector.readTold { told in
      told.readClauses()
      told.readStakes()
      told.readIdioms()
    }
    collector.readSeats()
    collector.readPlurals()
    collector.readMembers()
    collector.readReciprocals()
    collector.readRelatives()
    collector.readDeputies()
    collector.readCounsel()
    collector.readCounterparts()
    collector.readSuccessors()
    collector.readBoards()
    collector.readOrigins()
    collector.readPlaces()
    annotations.relations = collector.found
    joinFollowers(&annotations)
    joinClients(&annotations)
  }
}

extension RelationFinder {
  /// "My client", in the words of a lawyer: whom he represents.
  private func joinClients(_ annotations: inout Annotations) {
    for index in annotations.mentions.indices where annotations.mentions[index].form == .description {
      let mention = annotations.mentions[index]
      guard ["client", "clients"].contains(annotations.tokens[mention.head].lower), let phrase = mention.phrase,
        let old = mention.entity,
        let possessor = annotations.phrases[phrase].possessor, annotations.entities[old].mentions == [index]
      else { continue }
      let lawyer =
        annotations.entity(ofPhrase: possessor)
        ?? annotations.statement(around: mention.head).flatMap { annotations.statements[$0].speaker }
      guard let client = annotations.relations.first(where: { $0.type == "REPRESENTS" && $0.source == lawyer })?.target else {
        continue
      }
      annotations.entities[old].mentions = []
      annotations.join(index, to: client)
    }
  }

  /// "Kolesar’s people"; "whose group", "his movement".
  private func isFollowing(_ phrase: Int, of possessor: Int, _ annotations: Annotations) -> Bool {
    let head = annotations.tokens[annotations.phrases[phrase].head].lower
    if annotations.phrases[possessor].kind == .name || Self.troops.contains(head) { return Self.followers.contains(head) }
    return Self.bodies.contains(head)
      && annotations.phrases[phrase].tokens.count == annotations.phrases[possessor].tokens.count + 1
  }

  private static let bodies: Set<String> = [
    "group", "movement", "organisation", "organization", "faction", "militia", "committee", "party", "union", "company", "firm",
    "club",
    "team", "league",
  ]
  private static let troops: Set<String> = ["fighters", "forces", "troops"]
  private static let followers: Set<String> = ["people", "men", "fighters", "forces", "supporters", "followers", "troops"]

  /// "Kolesar's people" are the organisation that Kolesar leads.
  private func joinFollowers(_ annotations: inout Annotations) {
    for index in annotations.mentions.indices
    where annotations.mentions[index].form == .description && [.group, .organization].contains(annotations.mentions[index].kind) {
      guard let phrase = annotations.mentions[index].phrase, let possessor = annotations.phrases[phrase].possessor,
        isFollowing(phrase, of: possessor, annotations),
        let leader = annotations.entity(ofPhrase: possessor), let old = annotations.mentions[index].entity,
        let led = annotations.relations.first(where: { relation in
          relation.source == leader
            && (relation.type == "LEADS" || relation.type == "WORKS_FOR" && (relation.role ?? "").hasPrefix("spokes"))
        })?.target,
        annotations.entities[led].kind == .organization, annotations.entities[old].mentions == [index]
      else { continue }
      annotations.entities[old].mentions = []
      annotations.join(index, to: led)
      annotations.entities[led].aliases.append(annotations.text(of: annotations.mentions[index].tokens))
    }
  }
}
