import Cypher
import Graph

/// What EXPLAIN shows of a counted pattern: its relationships, and what its matches must not be.
struct MatchCountText {
  private let pattern: CountedPattern

  init(_ pattern: CountedPattern) { self.pattern = pattern }

  var text: String {
    var parts = pattern.links.map { ($0.isExistence ? "EXISTS " : "") + text(of: $0) }
    parts += pattern.equalNodes.map { "\(name($0.0)) = \(name($0.1))" }
    parts += pattern.parts.map { part in
      let inner = MatchCountText(part.pattern).text
      switch part.kind {
      case .optional: return "OPTIONAL {\(inner)}"
      case .present: return "EXISTS {\(inner)}"
      case .absent: return "NOT EXISTS {\(inner)}"
      }
    }
    parts += pattern.links.flatMap(\.parts).map {
      ($0.isPresent ? "EXISTS" : "NOT EXISTS") + " {\(MatchCountText($0.pattern).text)}"
    }
    let excluded = pattern.restrictions.map(text(of:))
    return parts.joined(separator: ", ") + (excluded.isEmpty ? "" : " EXCEPT " + excluded.joined(separator: ", "))
  }

  private func text(of restriction: CountedPattern.Restriction) -> String {
    switch restriction {
    case .sameNode(let a, let b): "\(name(a)) = \(name(b))"
    case .sameRelationship(let a, let b): "\(text(of: pattern.links[a])) = \(text(of: pattern.links[b]))"
    case .related(let link): text(of: link)
    }
  }

  private func text(of link: CountedPattern.Link) -> String {
    let length = link.chainMinimum.map { $0 == 1 ? "*" : "*\($0).." } ?? ""
    let arrow = StepText.arrow(link.variable, link.types, link.isDirected ? .outgoing : .both, length)
    return node(link.from) + arrow + node(link.to)
  }

  private func name(_ node: Int) -> String { StepText.variable(pattern.nodes[node].variable) }

  private func node(_ node: Int) -> String {
    let element = pattern.nodes[node]
    return "(\(StepText.variable(element.variable))\(element.labels.map { ":\($0)" }.joined()))"
  }
}
