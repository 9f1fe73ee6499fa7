/// A statement for each procedure of the program, which runs on `Reference.graph`.
enum ProcedureExamples {
  static let all: [String: String] = [catalog, search, corrections, nodes, groups, pairs].reduce(into: [:]) { all, some in
    all.merge(some) { (_, second) in preconditionFailure("two examples: \(second)") }
  }

  private static let catalog = [
    "db.labels": "CALL db.labels() YIELD label RETURN label ORDER BY label",
    "db.propertyKeys": "CALL db.propertyKeys() YIELD propertyKey RETURN collect(propertyKey) AS keys",
    "db.relationshipTypes": "CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type ORDER BY type",
    "db.schema.nodeTypeProperties": """
    CALL db.schema.nodeTypeProperties() YIELD nodeType, propertyName, propertyTypes, mandatory
    WHERE nodeType = ':`Person`' RETURN propertyName, propertyTypes, mandatory
    """,
    "db.schema.relTypeProperties": """
    CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes, mandatory
    WHERE relType STARTS WITH ':`K' RETURN relType, propertyName, propertyTypes, mandatory
    """,
    "db.schema.visualization": """
    CALL db.schema.visualization() YIELD nodes, relationships
    UNWIND relationships AS r RETURN DISTINCT type(r) AS type ORDER BY type LIMIT 3
    """,
    "dbms.components": "CALL dbms.components() YIELD name, edition RETURN name, edition",
  ]

  private static let search = [
    "db.index.fulltext.listAvailableAnalyzers": "CALL db.index.fulltext.listAvailableAnalyzers()",
    "db.index.fulltext.queryNodes": """
    CALL db.index.fulltext.queryNodes('names', 'dialo~ OR minist*', {limit: 5}) YIELD node, score
    RETURN node.name, score > 0 AS isScored
    """,
    "db.index.fulltext.queryRelationships": """
    CALL db.index.fulltext.queryRelationships('roles', 'target') YIELD relationship
    RETURN startNode(relationship).name AS event, endNode(relationship).name AS target
    """,
    "dossier.sentences": """
    CREATE (:Sentence {text: 'The talks in Gao failed.'})-[:SENTENCE_OF {sentence: 3, begin: 210, end: 234}]->
      (:Document {title: 'Gao'})
    WITH 1 AS done CALL dossier.sentences('talk gao') YIELD marked, document, number RETURN marked, document.title, number
    """,
    "dossier.search": "CALL dossier.search('aliases:diallo OR kidal', {limit: 2}) YIELD node, index RETURN node.name, index",
  ]

  private static let corrections = [
    "dossier.merge": """
    CALL dossier.merge('Awa Diallo', 'Léa Martin', {label: 'Person', reason: 'one person under two names'}) YIELD node
    RETURN node.name, node.aliases
    """,
    "dossier.rename": "CALL dossier.rename('Awa Diallo', 'Awa Diallo Keïta') YIELD node RETURN node.name, node.aliases",
    "dossier.split": """
    MATCH (awa {name: 'Awa Diallo'}) CREATE (awa)-[:MENTIONED_IN {text: 'Diallo'}]->(:Document {title: 'School Opens'})
    WITH awa CALL dossier.split(awa, 'School Opens', 'Awa Diallo (teacher)') YIELD node
    RETURN node.name, node.aliases
    """,
  ]

  private static let nodes = [
    "dossier.betweenness": "CALL dossier.betweenness({types: 'KNOWS'}) YIELD node, score WHERE score > 0 RETURN node.name, score",
    "dossier.closeness": """
    CALL dossier.closeness({labels: 'Person', types: 'KNOWS'}) YIELD node, score
    RETURN node.name, score ORDER BY score DESC, node.name
    """,
    "dossier.degree": """
    CALL dossier.degree({types: 'KNOWS', weight: 'weight'}) YIELD node, degree WHERE degree > 0
    RETURN node.name, degree ORDER BY degree DESC
    """,
    "dossier.eigenvector": """
    CALL dossier.eigenvector({labels: 'Person', types: 'KNOWS'}) YIELD node, score
    RETURN node.name, round(score, 3) AS score ORDER BY score DESC, node.name
    """,
    "dossier.harmonic": """
    CALL dossier.harmonic({labels: 'Person', types: 'KNOWS', direction: 'outgoing'}) YIELD node, score
    RETURN node.name, score ORDER BY score DESC
    """,
    "dossier.pagerank": """
    CALL dossier.pagerank({labels: 'Person', types: 'KNOWS'}) YIELD node, score
    RETURN node.name, round(score, 3) AS score ORDER BY score DESC
    """,
  ]

  private static let groups = [
    "dossier.articulationPoints": "CALL dossier.articulationPoints({types: 'KNOWS'}) YIELD node RETURN node.name",
    "dossier.bridges": """
    CALL dossier.bridges({types: ['KNOWS', 'LEADS']}) YIELD source, relationship, target
    RETURN source.name, type(relationship) AS type, target.name
    """,
    "dossier.clustering": """
    CALL dossier.clustering({types: 'KNOWS'}) YIELD node, coefficient WHERE coefficient > 0
    RETURN node.name, round(coefficient, 3) AS coefficient ORDER BY node.name
    """,
    "dossier.communities": """
    CALL dossier.communities({labels: ['Person', 'Organization']}) YIELD node, community
    RETURN community, collect(node.name) AS names ORDER BY size(names) DESC, community
    """,
    "dossier.components": """
    CALL dossier.components({types: ['WORKS_FOR', 'LEADS', 'MEMBER_OF']}) YIELD node, component
    WITH component, collect(node.name) AS names WHERE size(names) > 1 RETURN component, names ORDER BY component
    """,
    "dossier.kCore":
      "CALL dossier.kCore({types: 'KNOWS'}) YIELD node, core WHERE core > 1 RETURN node.name, core ORDER BY node.name",
    "dossier.labelPropagation": """
    CALL dossier.labelPropagation({labels: ['Person', 'Organization']}) YIELD node, community
    RETURN community, collect(node.name) AS names ORDER BY size(names) DESC, community
    """,
    "dossier.leiden": """
    CALL dossier.leiden({labels: ['Person', 'Organization'], weight: 'weight'}) YIELD node, community
    RETURN community, collect(node.name) AS names ORDER BY size(names) DESC, community
    """,
    "dossier.spanningTree": """
    CALL dossier.spanningTree({types: 'KNOWS', weight: 'weight'}) YIELD source, target, weight
    RETURN source.name, target.name, weight ORDER BY weight
    """,
    "dossier.strongComponents": """
    CALL dossier.strongComponents({labels: 'Person', types: 'KNOWS'}) YIELD node, component
    RETURN component, collect(node.name) AS names ORDER BY component
    """,
    "dossier.triangles": """
    CALL dossier.triangles({types: 'KNOWS'}) YIELD node, triangles WHERE triangles > 0
    RETURN node.name, triangles ORDER BY node.name
    """,
  ]

  private static let pairs = [
    "dossier.adamicAdar": """
    CALL dossier.adamicAdar({types: 'KNOWS'}) YIELD source, target, score
    RETURN source.name, target.name, round(score, 3) AS score ORDER BY source.name
    """,
    "dossier.allPairs": """
    CALL dossier.allPairs({types: 'KNOWS', weight: 'weight'}) YIELD source, target, distance
    RETURN source.name, target.name, distance ORDER BY distance
    """,
    "dossier.commonNeighbours": """
    CALL dossier.commonNeighbours({types: 'KNOWS'}) YIELD source, target, score
    RETURN source.name, target.name, score ORDER BY source.name
    """,
    "dossier.flows": """
    MATCH (a {name: 'Awa Diallo'}), (b {name: 'Omar Traoré'})
    CALL dossier.flows({source: a, target: b, types: 'KNOWS', weight: 'weight'}) YIELD source, target, flow, capacity
    RETURN source.name, target.name, flow, capacity ORDER BY flow
    """,
    "dossier.kShortestPaths": """
    MATCH (a {name: 'Awa Diallo'}), (b {name: 'Musa Cissé'})
    CALL dossier.kShortestPaths({source: a, target: b, types: 'KNOWS', weight: 'weight', k: 2}) YIELD rank, path, distance
    RETURN rank, [n IN nodes(path) | n.name] AS names, distance
    """,
    "dossier.maxFlow": """
    MATCH (a {name: 'Awa Diallo'}), (b {name: 'Omar Traoré'})
    CALL dossier.maxFlow({source: a, target: b, types: 'KNOWS', weight: 'weight'}) YIELD flow, cut
    RETURN flow, [r IN cut | r.weight] AS cut
    """,
    "dossier.preferentialAttachment": """
    CALL dossier.preferentialAttachment({types: 'KNOWS'}) YIELD source, target, score
    RETURN source.name, target.name, score ORDER BY source.name
    """,
    "dossier.resourceAllocation": """
    CALL dossier.resourceAllocation({types: 'KNOWS'}) YIELD source, target, score
    RETURN source.name, target.name, round(score, 3) AS score ORDER BY source.name
    """,
    "dossier.shortestPath": """
    MATCH (a {name: 'Awa Diallo'}), (b {name: 'Omar Traoré'})
    CALL dossier.shortestPath({source: a, target: b, types: 'KNOWS', weight: 'weight'}) YIELD path, distance
    RETURN [n IN nodes(path) | n.name] AS names, distance
    """,
    "dossier.shortestPaths": """
    MATCH (a {name: 'Awa Diallo'})
    CALL dossier.shortestPaths({source: a, types: 'KNOWS', weight: 'weight'}) YIELD target, distance
    RETURN target.name, distance
    """,
    "dossier.similarity": """
    CALL dossier.similarity({types: 'PARTICIPANT', direction: 'incoming'}) YIELD source, target, score
    RETURN source.name, target.name, score ORDER BY source.name
    """,
  ]
}
