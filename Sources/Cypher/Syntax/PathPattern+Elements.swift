// Walking a path without a switch over its links.

extension PathPattern {
  /// The expressions directly inside it, in the order of the text.
  public var expressions: [Expression] {
    var expressions = [selector?.count].compactMap { $0 } + start.expressions
    for step in steps {
      switch step.link {
      case .relationship(let relationship): expressions += relationship.expressions
      case .group(let group): expressions += group.path.expressions
      }
      expressions += step.node.expressions
    }
    return expressions + [filter].compactMap { $0 }
  }

  /// Its nodes in the order of the text, those of repeated parts included.
  public var nodes: [NodePattern] { [start] + steps.flatMap { ($0.group?.path.nodes ?? []) + [$0.node] } }

  /// Its relationships in the order of the text, those of repeated parts included.
  public var relationships: [RelationshipPattern] {
    steps.flatMap { step in
      switch step.link {
      case .relationship(let relationship): [relationship]
      case .group(let group): group.path.relationships
      }
    }
  }

  /// The WHEREs in parentheses around it and its repeated parts.
  public var filters: [Expression] {
    ([filter] + steps.map { $0.group?.path.filter }).compactMap { $0 }
  }

  /// The names of the path, its nodes and its relationships, those of repeated parts included.
  public var variableNames: [String] {
    let paths = [variable] + steps.map { $0.group?.path.variable }
    return (paths + nodes.map(\.variable) + relationships.map(\.variable)).compactMap { $0?.text }
  }
}

extension PathPattern.Step {
  /// The link, where it is a relationship.
  public var relationship: RelationshipPattern? {
    if case .relationship(let relationship) = link { relationship } else { nil }
  }

  /// The link, where it is a repeated part.
  public var group: QuantifiedPath? {
    if case .group(let group) = link { group } else { nil }
  }

  /// The text of the link.
  public var span: SourceSpan {
    switch link {
    case .relationship(let relationship): relationship.span
    case .group(let group): group.span
    }
  }

  /// How many times the link is followed.
  public var bounds: PathQuantifier {
    switch link {
    case .relationship(let relationship): relationship.length?.bounds ?? .once
    case .group(let group): group.quantifier
    }
  }
}
