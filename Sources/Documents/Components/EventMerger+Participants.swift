// Whether those who take part in two happenings can be the same.
extension EventMerger {
  func roles(_ participants: [EventFinding.Participant]) -> (acting: [Int], undergoing: [Int]) {
    (participants.filter { $0.role == "agent" }.map(\.entity), participants.filter { $0.role != "agent" }.map(\.entity))
  }

  /// Nameless people under two descriptions may be the same where a definite noun points back.
  /// 1 for a participant in common, 0 where one side says nothing or both are nameless groups, nil for a contradiction.
  func compare(_ mine: [Int], _ theirs: [Int], isPointing: Bool = false) -> Int? {
    if mine.isEmpty || theirs.isEmpty { return 0 }
    if mine.contains(where: { theirs.contains($0) }) { return 1 }
    if areOfState(mine), areOfState(theirs) { return 0 }
    if isPointing, (mine + theirs).allSatisfy({ annotations.entities[$0].isAnonymous }) { return 0 }
    return isNameless(mine) && isNameless(theirs) ? 0 : nil
  }

  /// Like `compare`, but only two persons or two organisations by name exclude each other: an attack has many targets.
  func compareUndergoing(_ mine: [Int], _ theirs: [Int]) -> Int? {
    if mine.contains(where: { theirs.contains($0) }) || areMembers(mine, of: theirs) || areMembers(theirs, of: mine) { return 1 }
    let named: (Int) -> Bool = { [annotations] in
      !annotations.entities[$0].isAnonymous && annotations.entities[$0].kind == .person
    }
    let hasName: (Int) -> Bool = { [annotations] in !annotations.entities[$0].isAnonymous }
    if !mine.isEmpty, !theirs.isEmpty, mine.allSatisfy(hasName), theirs.allSatisfy(hasName) { return nil }
    return mine.contains(where: named) && !theirs.isEmpty || theirs.contains(where: named) && !mine.isEmpty ? nil : 0
  }

  /// "Two aid workers were kidnapped. Anna Lund and Piet de Boer were seized": as many by name as the group counts.
  private func areMembers(_ people: [Int], of groups: [Int]) -> Bool {
    guard people.count > 1, groups.count == 1, annotations.entities[groups[0]].kind == .group,
      annotations.entities[groups[0]].isAnonymous, count(of: groups[0]) == Double(people.count)
    else { return false }
    return people.allSatisfy { annotations.entities[$0].kind == .person && !annotations.entities[$0].isAnonymous }
  }

  /// How many the first words for a group say that it has.
  private func count(of group: Int) -> Double? {
    annotations.entities[group].mentions.lazy.compactMap { index in
      annotations.mentions[index].phrase.flatMap { annotations.phrases[$0].quantity }
    }.first.flatMap { annotations.quantities[$0].unit == nil ? annotations.quantities[$0].value : nil }
  }

  /// A single person without a name: "convicted the owner of a firm", before the text names him.
  func isSomeone(_ entity: Int) -> Bool {
    annotations.entities[entity].isAnonymous && annotations.entities[entity].kind == .person
  }

  static let armedHeads: Set<String> = [
    "gunman", "fighter", "militant", "rebel", "attacker", "insurgent", "assailant", "jihadist", "jihadi", "extremist",
    "terrorist", "bomber",
    "guerrilla", "raider", "militiaman", "islamist", "radical",
  ]

  /// Nameless armed people under any of their names.
  func areArmed(_ entities: [Int]) -> Bool {
    !entities.isEmpty
      && entities.allSatisfy { entity in
        annotations.entities[entity].isAnonymous && !annotations.entities[entity].heads.isDisjoint(with: Self.armedHeads)
      }
  }

  static let stateHeads: Set<String> = ["soldier", "troops", "army", "military", "police", "force", "officer"]

  /// Soldiers and the army are one side.
  func areOfState(_ entities: [Int]) -> Bool {
    entities.allSatisfy {
      annotations.entities[$0].isAnonymous && !annotations.entities[$0].heads.isDisjoint(with: Self.stateHeads)
    }
  }

  /// "people", who may be any of those told of.
  func isAnybody(_ entities: [Int]) -> Bool { entities.allSatisfy { annotations.entities[$0].heads == ["person"] } }

  /// The workers of one account are the employees of another. Where they work may be among `entities`.
  func areStaff(_ entities: [Int]) -> Bool {
    let people = entities.filter { annotations.entities[$0].kind == .group }
    return !people.isEmpty && people.allSatisfy { !annotations.entities[$0].heads.isDisjoint(with: Self.staffHeads) }
  }

  private static let staffHeads: Set<String> = [
    "worker", "employee", "staff", "staffer", "personnel", "labourer", "laborer", "workmen",
  ]

  func isNameless(_ entities: [Int]) -> Bool {
    entities.allSatisfy { entity in
      let found = annotations.entities[entity]
      return found.kind == .place || found.isAnonymous && found.kind == .group && found.modifiers.isEmpty
    }
  }
}
