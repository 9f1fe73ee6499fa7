extension Reference {
  static let resultClauses: [ReferenceEntry] = [
    ReferenceEntry(
      "RETURN", .resultClause,
      syntax: ["RETURN [DISTINCT | ALL] * | expression [AS name], … [ORDER BY …] [SKIP n] [LIMIT n]"],
      "Says what the columns of the result are",
      details: "Where one column calls an aggregate function, the others are the keys by which the rows are grouped.",
      example: "MATCH (p:Place)<-[:LOCATED_IN]-(x) RETURN p.name AS place, count(x) AS things ORDER BY things DESC, place"),
    ReferenceEntry(
      "WITH", .resultClause,
      syntax: ["WITH [DISTINCT] * | expression [AS name], … [ORDER BY …] [SKIP n] [LIMIT n] [WHERE condition]"],
      "As RETURN, but the query goes on with the columns as its only names",
      details: "An expression needs a name with AS. WHERE comes last and filters what WITH gives, aggregates too.",
      example: """
        MATCH (p:Person)-[:KNOWS]-(friend)
        WITH p, count(friend) AS friends WHERE friends > 1
        RETURN p.name, friends ORDER BY friends DESC, p.name
        """),
    ReferenceEntry(
      "DISTINCT", .resultClause, syntax: ["RETURN DISTINCT …", "WITH DISTINCT …", "function(DISTINCT expression)"],
      "Takes each row, or each value that an aggregate function is given, only once",
      example: "MATCH (:Person)-[r]->() RETURN DISTINCT type(r) AS type ORDER BY type"),
    ReferenceEntry(
      "ORDER BY", .resultClause, syntax: ["ORDER BY expression [ASC | DESC] [NULLS FIRST | NULLS LAST], …"],
      "Sorts the rows; null is the last value, so it comes first with DESC",
      details: "All values have one order, so that mixed columns sort too. Rows that compare equal keep no order: add a key. "
        + "Without ORDER BY rows and groups come in whatever order they were found, another one where much data goes to "
        + "temporary space. ORDER BY, SKIP and LIMIT may also stand between other clauses.",
      example: "MATCH (p:Person) RETURN p.name, p.born ORDER BY p.born DESC, p.name"),
    ReferenceEntry(
      "SKIP", .resultClause, syntax: ["SKIP n"], "Leaves out the first n rows",
      details: "n is an integer that is not negative: a literal, a parameter or an expression without names of the query.",
      example: "MATCH (p:Person) RETURN p.name ORDER BY p.name SKIP 2"),
    ReferenceEntry(
      "OFFSET", .resultClause, syntax: ["OFFSET n"], "Another word for SKIP",
      example: "MATCH (p:Person) RETURN p.name ORDER BY p.name OFFSET 2"),
    ReferenceEntry(
      "LIMIT", .resultClause, syntax: ["LIMIT n"], "Gives at most n rows",
      details: "Updates before it are all carried out, with LIMIT 0 too.",
      example: "MATCH (p:Person) RETURN p.name ORDER BY p.name LIMIT 2"),
    ReferenceEntry(
      "FINISH", .resultClause, syntax: ["FINISH"], "Ends a query that is to give no rows",
      example: "MATCH (p:Place {name: 'Gao'}) SET p.visited = true FINISH"),
    ReferenceEntry(
      "NEXT", .resultClause, syntax: ["query NEXT query"],
      "Goes on with the rows of the query before, whose columns are the only names then",
      example: """
        MATCH (p:Person)-[:KNOWS]->(friend) RETURN p, count(friend) AS friends
        NEXT
        MATCH (p)-[:WORKS_FOR]->(o) RETURN p.name, friends, o.name AS works_for ORDER BY p.name
        """),
    ReferenceEntry(
      "UNION", .resultClause, syntax: ["query UNION [DISTINCT] query", "query UNION ALL query"],
      "Puts the rows of two queries with the same columns together; without ALL each row is given once",
      example: """
        MATCH (o:Organization) RETURN o.name AS name
        UNION
        MATCH (:Event)-[:PARTICIPANT]->(x) RETURN x.name AS name
        """),
  ]
}
