import Cypher
import Graph

extension SyntaxGenerator {
  mutating func loadCSV(_ depth: Int) -> LoadCSV {
    let terminator = maybe(30) { Expression(.string($0.pick([";", "\t", "|"])), $0.nowhere) }
    return LoadCSV(hasHeaders: chance(50), source: expression(depth), variable: name(), fieldTerminator: terminator)
  }

  /// A command on indexes or constraints.
  mutating func schemaCommand() -> SchemaCommand {
    let element: ElementKind = chance(50) ? .node : .relationship
    switch number(0...4) {
    case 0: return .dropIndex(name: schemaName(), ifExists: chance(50))
    case 1: return .dropConstraint(name: schemaName(), ifExists: chance(50))
    case 2:
      let type = PropertyType(
        many(1...3) {
          $0.chance(70) ? .scalar($0.pick(PropertyType.Scalar.allCases)) : .list($0.pick(PropertyType.Scalar.allCases))
        })
      let requirements: [ConstraintDefinition.Requirement] = [.unique, .exists, .key, .type(type)]
      let requirement = pick(requirements)
      return .createConstraint(
        ConstraintCreation(
          name: maybe(60) { $0.schemaName() }, ifNotExists: chance(30), element: element, owner: name(),
          keys: keys(mostCount: requirement == .unique || requirement == .key ? 3 : 1), requirement: requirement,
          options: options()))
    default:
      let kind = pick(IndexDefinition.Kind.allCases)
      return .createIndex(
        IndexCreation(
          name: maybe(60) { $0.schemaName() }, ifNotExists: chance(30), indexKind: kind, element: element,
          owners: kind == .fullText ? many(1...3) { $0.name() } : [name()], keys: keys(mostCount: kind == .text ? 1 : 3),
          options: options()))
    }
  }

  private mutating func schemaName() -> SchemaName { SchemaName(name(), isParameter: chance(20)) }

  private mutating func keys(mostCount: Int) -> [Name] {
    var keys: [Name] = []
    for key in many(1...mostCount, { $0.name() }) where !keys.contains(key) { keys.append(key) }
    return keys
  }

  private mutating func options() -> Expression? {
    maybe(30) { generator in
      let entries = generator.many(0...2) { MapEntry(key: $0.name(), value: Expression(.string($0.string()), $0.nowhere)) }
      return Expression(.map(entries), generator.nowhere)
    }
  }
}
