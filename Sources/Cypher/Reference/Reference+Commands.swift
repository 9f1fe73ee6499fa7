extension Reference {
  static let commands: [ReferenceEntry] = [
    ReferenceEntry(
      "EXPLAIN", .command, syntax: ["EXPLAIN statement"], "Shows the plan of a statement without running it",
      example: "EXPLAIN MATCH (p:Person)-[:KNOWS]->(q) RETURN q.name"),
    ReferenceEntry(
      "PROFILE", .command, syntax: ["PROFILE statement"],
      "Runs a statement and shows its plan with rows and time of each step",
      example: "PROFILE MATCH (p:Person) RETURN count(p)"),
    ReferenceEntry(
      "BEGIN", .command, syntax: ["BEGIN [TRANSACTION]", "COMMIT", "ROLLBACK"],
      "Opens a transaction over several statements, which COMMIT keeps and ROLLBACK forgets",
      details: "Without BEGIN each statement is a transaction of its own. Behind an error only ROLLBACK is accepted.",
      example: "BEGIN"),
    ReferenceEntry(
      "CREATE INDEX", .command, syntax: ["CREATE INDEX [name] [IF NOT EXISTS] FOR (n:Label) ON (n.key)"],
      "Makes finding nodes by a property fast: by equality, range or beginning of a text",
      example: "CREATE INDEX place_name FOR (p:Place) ON (p.name)"),
    ReferenceEntry(
      "CREATE CONSTRAINT", .command,
      syntax: ["CREATE CONSTRAINT [name] [IF NOT EXISTS] FOR (n:Label) REQUIRE n.key IS UNIQUE"],
      "Demands something of every node with a label, from now on; what is there already is checked",
      example: "CREATE CONSTRAINT one_person FOR (p:Person) REQUIRE p.name IS UNIQUE"),
  ]
}
