import Cypher

/// The first two lines of a session: what is open and how to go on.
struct Banner {
  let context: ShellContext

  var text: String {
    let style = context.console.style
    return style.bold("dossier \(Version.text)") + "  \(graph)\n"
      + style.dim(":help lists commands; end queries with ;  Ctrl-D leaves")
  }

  /// `bridge.dossier: 41 nodes, 63 relationships, 1 document (read-only)`.
  var graph: String {
    let workspace = context.workspace
    var parts: [String] = []
    if let schema = context.names.schema {
      parts = [Count.of(schema.nodeCount, "node"), Count.of(schema.relationshipCount, "relationship")]
      if let documents = schema.labels.first(where: { $0.name == "Document" }), documents.count > 0 {
        parts.append(Count.of(documents.count, "document"))
      }
    }
    let name = workspace.path.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? "in memory"
    return SafeText.oneLine(name) + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
      + (workspace.isReadOnly ? " (read-only)" : "")
  }
}
