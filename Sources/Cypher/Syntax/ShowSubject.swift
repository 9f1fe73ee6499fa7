/// What SHOW can show. The words and the columns of each stand here; its rows are the engine's to give.
public enum ShowSubject: String, CaseIterable, Sendable {
  case functions = "FUNCTIONS"
  case procedures = "PROCEDURES"
  case indexes = "INDEXES"
  case constraints = "CONSTRAINTS"

  public struct Column: Sendable {
    public var name: String
    public var type: StaticType
    /// True if the column is shown without a YIELD.
    public var isDefault: Bool

    init(_ name: String, _ type: StaticType, isDefault: Bool = false) {
      self.name = name
      self.type = type
      self.isDefault = isDefault
    }
  }

  /// The word for one of them, which does as well.
  var singular: String { self == .indexes ? "INDEX" : String(rawValue.dropLast()) }

  /// What may stand between SHOW and the subject, besides ALL.
  public var restrictions: [String] {
    switch self {
    case .functions: ["BUILT IN", "USER DEFINED"]
    case .procedures: []
    case .indexes: ["RANGE", "TEXT", "FULLTEXT"]
    case .constraints:
      ["", "NODE ", "RELATIONSHIP "].flatMap { element in
        ["UNIQUENESS", "UNIQUE", "PROPERTY EXISTENCE", "EXISTENCE", "KEY", "PROPERTY TYPE"].map { element + $0 }
      }
    }
  }

  public var columns: [Column] {
    switch self {
    case .functions:
      [
        Column("name", .string, isDefault: true), Column("category", .string, isDefault: true),
        Column("description", .string, isDefault: true), Column("signature", .string), Column("isBuiltIn", .boolean),
        Column("argumentDescription", .list(.map)), Column("returnDescription", .string), Column("aggregating", .boolean),
      ]
    case .procedures:
      [
        Column("name", .string, isDefault: true), Column("description", .string, isDefault: true),
        Column("mode", .string, isDefault: true), Column("signature", .string), Column("argumentDescription", .list(.map)),
        Column("returnDescription", .list(.map)),
      ]
    case .indexes:
      [
        Column("id", .integer, isDefault: true), Column("name", .string, isDefault: true),
        Column("state", .string, isDefault: true), Column("populationPercent", .float, isDefault: true),
        Column("type", .string, isDefault: true), Column("entityType", .string, isDefault: true),
        Column("labelsOrTypes", .list(.string), isDefault: true), Column("properties", .list(.string), isDefault: true),
        Column("indexProvider", .string, isDefault: true), Column("owningConstraint", .string, isDefault: true),
        Column("options", .map), Column("failureMessage", .string), Column("createStatement", .string),
      ]
    case .constraints:
      [
        Column("id", .integer, isDefault: true), Column("name", .string, isDefault: true),
        Column("type", .string, isDefault: true), Column("entityType", .string, isDefault: true),
        Column("labelsOrTypes", .list(.string), isDefault: true), Column("properties", .list(.string), isDefault: true),
        Column("ownedIndex", .string, isDefault: true), Column("propertyType", .string, isDefault: true),
        Column("createStatement", .string),
      ]
    }
  }
}
