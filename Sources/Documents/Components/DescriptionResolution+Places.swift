// Places and ships by their kind: "the town", "the vessel".
extension DescriptionResolution {
  /// "In Sarbolo … The village is gone": the town named right before, of which the text has not said what it is.
  func unkindTown(_ description: Description, before mention: Int) -> Int? {
    guard ["village", "town", "city", "hamlet", "suburb"].contains(description.head), description.modifiers.isEmpty else {
      return nil
    }
    return latest(before: mention, reach: 6) { entity in
      entity.kind == .place && !entity.isAnonymous && entity.placeKind == nil
        && Gazetteer.places[NameFolding.folded(entity.name)] != .country
        && !PlaceNouns.nameHeads.contains(String(NameFolding.folded(entity.name).split(separator: " ").last ?? ""))
    }
  }

  /// "the vessel" of a ship that the text names: of several the one told of in this sentence or the one before, otherwise the
  /// one of which it tells most.
  func asset(_ description: Description, before mention: Int) -> Int? {
    guard description.isDefinite else { return nil }
    func choice(where isRight: (EntityFinding) -> Bool) -> Int? {
      guard let last = latest(before: mention, reach: 200, { $0.kind == .asset && isRight($0) }) else { return nil }
      let sentence = annotations.sentenceIndex(ofToken: annotations.mentions[mention].head)
      let isNear = annotations.entities[last].mentions.contains {
        $0 < mention && sentence - annotations.sentenceIndex(ofToken: annotations.mentions[$0].head) <= 1
      }
      guard !isNear else { return last }
      func count(_ entity: Int) -> Int { annotations.entities[entity].mentions.count { $0 < mention } }
      let known = annotations.entities.indices.filter {
        annotations.entities[$0].kind == .asset && isRight(annotations.entities[$0])
      }
      return known.max { count($0) < count($1) }.flatMap { count($0) > count(last) ? $0 : last }
    }
    let isGeneral = CraftNouns.generalShips.union(CraftNouns.generalAircraft).contains(description.head)
    return (isGeneral ? nil : choice { $0.heads.contains(description.head) })
      ?? choice { CraftNouns.mayMean(description.head, $0.heads) }
  }

  /// "A cargo ship lost 40 containers. The Tove Lind, …": the ship that this sentence or one of the next two names for the first
  /// time, if it is the only one that they describe.
  func christened(_ index: Int, _ description: Description) -> Int? {
    let mention = annotations.mentions[index]
    guard mention.kind == .asset, CraftNouns.isCraft(description.head), let phrase = mention.phrase, !isHeadline(index),
      description.ordinal == nil,
      !annotations.phrases[phrase].tokens.contains(where: { Self.others.contains(annotations.tokens[$0].lower) })
    else { return nil }
    let last = min(annotations.sentenceIndex(ofToken: mention.head) + 2, annotations.sentences.count - 1)
    let reach = mention.tokens.upperBound..<annotations.sentences[last].tokens.upperBound
    let crafts = annotations.mentions(beginningIn: reach).filter { annotations.mentions[$0].kind == .asset }
    guard let name = crafts.first(where: { annotations.mentions[$0].form == .name }),
      let entity = annotations.mentions[name].entity,
      annotations.entities[entity].mentions.allSatisfy({ $0 > index || isHeadline($0) }),
      CraftNouns.mayMean(description.head, annotations.entities[entity].heads)
    else { return nil }
    // "A patrol boat fired on a trawler. The trawler, the Mary Quill, …"
    let isOnly = crafts.allSatisfy { other in
      let found = annotations.mentions[other]
      return other >= name || found.entity != nil || annotations.tokens[found.head].lower == description.head
        || annotations.tokens[found.tokens.lowerBound].lower == "the"
          && CraftNouns.mayMean(annotations.tokens[found.head].lower, [description.head])
    }
    return isOnly ? entity : nil
  }

  private static let others: Set<String> = ["another", "other", "second", "sister", "no", "any", "every", "each"]

  /// "the hospital", "the bridge": a site without a name that the text speaks of more than once.
  func isSpokenOf(_ description: Description) -> Bool {
    guard description.isDefinite, description.modifiers.isEmpty, description.possessorText == nil,
      PlaceNouns.sites.contains(description.head)
    else { return false }
    return (sites[description.head] ?? 0) > 1
  }

  func place(_ description: Description, before mention: Int) -> Int? {
    // "the village of Osk"
    if let phrase = annotations.mentions[mention].phrase {
      let end = annotations.phrases[phrase].tokens.upperBound
      if end + 1 < annotations.tokens.count, annotations.tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0,
        let entity = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1]),
        annotations.entities[entity].kind == .place, !Self.pieces.contains(description.head)
      {
        return entity
      }
    }
    if let same = namesake(of: description, mention) ?? named(description, mention) { return same }
    guard description.isDefinite, description.possessorText == nil else { return nil }
    return latest(before: mention, reach: 120) { entity in
      guard entity.kind == .place else { return false }
      if entity.placeKind == description.head {
        return description.agrees(with: entity.modifiers) || description.lasting.isEmpty && !entity.isAnonymous
      }
      return description.lasting.isEmpty && NameFolding.folded(entity.name).hasSuffix(" " + description.head)
    }
      // "St. Brendan's Hospital" … "the hospital"
      ?? latest(before: mention, reach: 120) { entity in
        entity.kind == .organization && !entity.isAnonymous && description.modifiers.isEmpty
          && isNamed(entity, by: description.head)
      } ?? unkindTown(description, before: mention)
  }

  /// "the Linden Falls district": the place of that name, with its kind behind.
  func named(_ description: Description, _ mention: Int) -> Int? {
    guard Self.territories.contains(description.head), let phrase = annotations.mentions[mention].phrase else { return nil }
    let range = annotations.phrases[phrase].tokens
    let begin = annotations.tokens[range.lowerBound].lower == "the" ? range.lowerBound + 1 : range.lowerBound
    guard begin < annotations.phrases[phrase].head,
      (begin..<annotations.phrases[phrase].head).allSatisfy({ annotations.tags[$0] == .name })
    else { return nil }
    let name = NameFolding.folded(annotations.text(of: begin..<annotations.phrases[phrase].head))
    // Mosul the city is not its district.
    guard Gazetteer.places[name] == nil || ["city", "town", "village", "island"].contains(description.head) else { return nil }
    return annotations.entities.indices.first {
      annotations.entities[$0].kind == .place && NameFolding.folded(annotations.entities[$0].name) == name
    }
  }

  /// What "of" a place is no more than a part of it.
  static let pieces: Set<String> = [
    "coast", "shore", "border", "centre", "center", "outskirts", "edge", "capital", "north", "south", "east", "west", "street",
    "part", "suburb", "interior", "frontier",
  ]

  static let territories: Set<String> = [
    "district", "county", "province", "state", "region", "city", "town", "village", "valley", "island", "peninsula", "prefecture",
    "canton", "governorate", "municipality", "oblast", "suburb", "neighbourhood", "neighborhood",
  ]

  /// "Mosul district" … "Mosul district": what holds a name and has no article is as good as a name.
  func namesake(of description: Description, _ mention: Int) -> Int? {
    let tokens = annotations.mentions[mention].tokens
    guard annotations.tags[tokens.lowerBound] == .name, tokens.count > 1 else { return nil }
    let name = NameFolding.folded(description.name)
    return latest(before: mention) { entity in
      entity.kind == .place && entity.isAnonymous && NameFolding.folded(entity.name) == name
    }
  }
}
