import Cypher
import Graph
import GraphStorage

/// What a human decides about the entities of a graph: `dossier.merge`, `dossier.split` and `dossier.rename`.
///
/// Each may be run again and changes nothing then, also after its documents have been read anew, and each leaves a node
/// `Correction` with the statement that repeats it, so that whoever keeps the graph can keep the decisions.
enum CorrectionProcedures {
  static let all: [Procedure] = [merge, split, rename]

  private static let options = ProcedureSignature.Field(name: "options", type: .map, defaultValue: .map(PropertyMap()))
  private static let optionList: [ProcedureSignature.Option] = [
    .init(name: "label", summary: "the label that tells entities of one name apart, such as Person (any)"),
    .init(name: "reason", summary: "why, for whoever reads it later (none)"),
  ]
  private static let details = """
    An entity is a node, or its name or another name of it. A name that no entity bears changes nothing and gives no record, \
    but a warning with the names that are like it; one that several bear is an error that counts them. The decision is \
    recorded as a node `Correction`, and in the file of corrections where the graph has one.
    """

  private static func procedure(
    _ name: String, _ arguments: [ProcedureSignature.Field], _ summary: String,
    body: @escaping @Sendable ([Value], Correction) throws(CypherError) -> NodeID?
  ) -> Procedure {
    let signature = ProcedureSignature(
      name: name, arguments: arguments + [options], results: [.init(name: "node", type: .node)], summary: summary,
      details: details,
      options: optionList)
    return Procedure(updating: signature) { (given, context) throws(CypherError) in
      let correction = Correction(context, options: try CorrectionOptions(given[arguments.count]))
      guard let node = try body(given, correction) else { return [] }
      return [[.node(Node(id: node))]]
    }
  }

  private static let merge = procedure(
    "dossier.merge", [.init(name: "kept", type: .any), .init(name: "merged", type: .any)],
    "Makes two entities one: the second's names become aliases of the first, its relationships move"
  ) { (given, correction) throws(CypherError) in
    try correction.merge(given[0], given[1])
  }

  private static let split = procedure(
    "dossier.split",
    [.init(name: "entity", type: .any), .init(name: "documents", type: .any), .init(name: "name", type: .string)],
    "Takes what some documents say of an entity to another one of that name: documents are nodes or titles, one or a list"
  ) { (given, correction) throws(CypherError) in
    try correction.split(given[0], documents: given[1], name: given[2])
  }

  private static let rename = procedure(
    "dossier.rename", [.init(name: "entity", type: .any), .init(name: "name", type: .string)],
    "Gives an entity another name; the old one becomes an alias"
  ) { (given, correction) throws(CypherError) in
    try correction.rename(given[0], to: given[1])
  }
}

/// `{label, reason}`.
struct CorrectionOptions {
  private(set) var label: String?
  private(set) var reason: String?

  init(_ value: Value) throws(CypherError) {
    guard case .map(let map) = value else { return }
    for entry in map.entries {
      guard case .string(let text) = entry.value else {
        if entry.value.isNull { continue }
        throw CypherError(
          .argumentError, .invalidArgumentValue, phase: .runtime,
          "option `\(entry.key)` of a correction is a String, found \(entry.value.literal)")
      }
      switch entry.key {
      case "label": label = text
      case "reason": reason = text
      default:
        throw CypherError(
          .argumentError, .invalidArgumentValue, phase: .runtime, "a correction has no option `\(entry.key)`",
          hint: "there are label and reason")
      }
    }
  }
}
