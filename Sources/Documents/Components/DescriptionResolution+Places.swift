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

  /// "the vessel" of a ship that the text names.
  func asset(_ description: Description, before mention: Int) -> Int? {
    guard description.isDefinite else { return nil }
    return latest(before: mention, reach: 200) { entity in
      entity.kind == .asset && entity.heads.contains(description.head)
    } ?? latest(before: mention, reach: 200) { $0.kind == .asset && CraftNouns.mayMean(description.head, $0.heads) }
  }

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
        return description.agrees(with: entity.modifiers) || description.modifiers.isEmpty && !entity.isAnonymous
      }
      return description.modifiers.isEmpty && NameFolding.folded(entity.name).hasSuffix(" " + description.head)
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
