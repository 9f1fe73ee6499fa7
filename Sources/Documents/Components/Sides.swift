/// Who belongs to whom, and who speaks for whom.
enum Sides {
  private static let bonds: Set<String> = ["WORKS_FOR", "LEADS", "MEMBER_OF", "REPRESENTS", "PART_OF"]

  /// Who speaks for others by office; whom a firm has dismissed may deny what it says.
  static func voices(_ annotations: Annotations) -> [Int: Set<Int>] {
    var voices: [Int: Set<Int>] = [:]
    for relation in annotations.relations where ["WORKS_FOR", "LEADS", "REPRESENTS"].contains(relation.type) {
      let role = relation.role?.lowercased() ?? ""
      let isInOffice = relation.type == "LEADS" && !role.contains("former") && !hasLeft(relation.source, annotations)
      guard relation.type == "REPRESENTS" || isInOffice || offices.contains(where: { role.contains($0) }) else { continue }
      voices[relation.source, default: []].insert(relation.target)
    }
    return voices
  }

  /// Whoever has been dismissed or has resigned speaks for himself.
  private static func hasLeft(_ person: Int, _ annotations: Annotations) -> Bool {
    annotations.events.contains { event in
      event.type == "departure" && event.participants.contains { $0.entity == person }
    }
  }

  private static let offices = ["spokes", "lawyer", "solicitor", "barrister", "attorney", "counsel", "chief executive"]

  /// For an entity that works or stands for others: itself and them.
  static func of(_ annotations: Annotations) -> [Int: Set<Int>] {
    var sides: [Int: Set<Int>] = [:]
    for relation in annotations.relations where bonds.contains(relation.type) {
      sides[relation.source, default: [relation.source]].insert(relation.target)
    }
    return sides
  }
}
