extension Reference {
  static let updatingClauses: [ReferenceEntry] = [
    ReferenceEntry(
      "CREATE", .updatingClause, syntax: ["CREATE pattern, …"],
      "Makes the nodes and relationships of the patterns, for each row; names that are bound already are used",
      details: "A relationship needs exactly one type and a direction.",
      example: """
        MATCH (o:Organization {name: 'Sahel Gazette'})
        CREATE (p:Person {name: 'Fanta Sidibé'})-[r:WORKS_FOR {since: 2013}]->(o)
        RETURN p, r
        """),
    ReferenceEntry(
      "INSERT", .updatingClause, syntax: ["INSERT pattern, …"], "Another word for CREATE",
      example: "INSERT (p:Place {name: 'Ségou'}) RETURN p.name"),
    ReferenceEntry(
      "MERGE", .updatingClause, syntax: ["MERGE path [ON CREATE SET …] [ON MATCH SET …]"],
      "Finds the path, or makes the whole of it where nothing fits",
      details: "To make only what is missing, MERGE each node first and then the relationship between the bound nodes.",
      example: """
        MERGE (p:Place {name: 'Timbuktu'})
        ON CREATE SET p.source = 'new' ON MATCH SET p.source = 'known'
        RETURN p.name, p.source
        """),
    ReferenceEntry(
      "FOREACH", .updatingClause, syntax: ["FOREACH (name IN list | clause …)"],
      "Runs clauses that change the graph for each element of a list, one after the other",
      details: "What its clauses bind is gone behind it; null is taken for an empty list.",
      example: "FOREACH (name IN ['Mopti', 'Ségou'] | MERGE (p:Place {name: name}) ON CREATE SET p.source = 'list')"),
    ReferenceEntry(
      "SET", .updatingClause,
      syntax: [
        "SET element.key = value, …", "SET element[expression] = value", "SET element = map", "SET element += map",
        "SET node:Label:…",
        "SET node:$(expression)",
      ],
      "Gives properties and labels; null removes a property",
      details: "`=` with a map, a node or a relationship replaces all properties, `+=` only those that it names.",
      example: "MATCH (p:Place {name: 'Gao'}) SET p.population = 90000, p:City RETURN p"),
    ReferenceEntry(
      "REMOVE", .updatingClause,
      syntax: ["REMOVE element.key, …", "REMOVE element[expression]", "REMOVE node:Label:…", "REMOVE node:$(expression)"],
      "Takes properties and labels away", details: "What is not there is no error.",
      example: "MATCH (p:Journalist) REMOVE p:Journalist, p.aliases RETURN p"),
    ReferenceEntry(
      "DELETE", .updatingClause, syntax: ["DELETE element, …", "DETACH DELETE node, …"],
      "Deletes nodes, relationships and paths; DETACH deletes a node's relationships with it",
      details: "Without DETACH a node that still has relationships at the end of the statement is an error.",
      example: "MATCH (p:Person {name: 'Omar Traoré'}) DETACH DELETE p"),
  ]
}
