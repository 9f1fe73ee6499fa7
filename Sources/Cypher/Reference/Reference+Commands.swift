extension Reference {
  static let commands: [ReferenceEntry] = [
    ReferenceEntry(
      "EXPLAIN", .command, syntax: ["EXPLAIN statement"], "Shows the plan of a statement without running it",
      example: "EXPLAIN MATCH (p:Person)-[:KNOWS]->(q) RETURN q.name"),
    ReferenceEntry(
      "PROFILE", .command, syntax: ["PROFILE statement"],
      "Runs a statement and shows its plan with rows, time and memory of each step, and how it ran",
      details: "`rows` is what a step gave, `time` what it took without those below, `memory` the most that it kept at a time, "
        + "roughly counted. `how` says where a step did not simply go from row to row: *by count passing* and *by intersection* "
        + "count matches of a pattern without enumerating them, *factorised* rows stand for several, *n workers* shared the "
        + "work, what is *reused* was made of the graph for an earlier statement, and what was *spilled* passed the step's share "
        + "of the memory and went to temporary space on disk.",
      example: "PROFILE MATCH (p:Person) RETURN count(p)"),
    ReferenceEntry(
      "BEGIN", .command, syntax: ["BEGIN [TRANSACTION]", "COMMIT", "ROLLBACK"],
      "Opens a transaction over several statements, which COMMIT keeps and ROLLBACK forgets",
      details: "Without BEGIN each statement is a transaction of its own. Behind an error only ROLLBACK is accepted.",
      example: "BEGIN"),
    ReferenceEntry(
      "CREATE INDEX", .command,
      syntax: [
        "CREATE [RANGE] INDEX [name] [IF NOT EXISTS] FOR (n:Label) ON (n.key[, n.other …])",
        "CREATE TEXT INDEX [name] [IF NOT EXISTS] FOR (n:Label) ON (n.key)",
        "CREATE … INDEX … FOR ()-[r:TYPE]-() ON (r.key)",
      ],
      "Makes finding elements by properties fast",
      details: "A range index serves equality, ranges and STARTS WITH; over several properties it serves equality of all of "
        + "them. A text index holds strings only and serves CONTAINS and ENDS WITH too. The name may be a parameter; "
        + "without one it is made up.",
      example: "CREATE INDEX place_name FOR (p:Place) ON (p.name)"),
    ReferenceEntry(
      "CREATE FULLTEXT INDEX", .command,
      syntax: [
        "CREATE FULLTEXT INDEX [name] [IF NOT EXISTS] FOR (n:A|B) ON EACH [n.key, …] [OPTIONS {…}]",
        "CREATE FULLTEXT INDEX [name] [IF NOT EXISTS] FOR ()-[r:T|U]-() ON EACH [r.key, …] [OPTIONS {…}]",
      ],
      "Collects the words of strings and lists of strings, for db.index.fulltext.queryNodes",
      details: "OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}} reduces English words to their stems. A search takes "
        + "words (either will do), \"words in a row\", begin*, near~ (one or two letters off), +must, -not, AND, OR, NOT, ( … ), "
        + "key:word, \"words near\"~3.",
      example: "CREATE FULLTEXT INDEX texts FOR (n:Person|Place) ON EACH [n.name, n.aliases]"),
    ReferenceEntry(
      "DROP INDEX", .command, syntax: ["DROP INDEX name [IF EXISTS]"], "Drops an index",
      details: "The index of a constraint goes with the constraint.", example: "DROP INDEX roles"),
    ReferenceEntry(
      "CREATE CONSTRAINT", .command,
      syntax: [
        "CREATE CONSTRAINT [name] [IF NOT EXISTS] FOR (n:Label) REQUIRE n.key IS UNIQUE",
        "… REQUIRE (n.key, n.other …) IS UNIQUE", "… REQUIRE n.key IS NOT NULL", "… REQUIRE (n.key, n.other …) IS NODE KEY",
        "… REQUIRE n.key IS :: type",
        "CREATE CONSTRAINT … FOR ()-[r:TYPE]-() REQUIRE r.key IS …",
      ],
      "Demands something of every node with a label, or relationship of a type, from now on; what is there already is checked",
      details:
        "A key is there and unique. A type is one that a property can "
        + "have, such as INTEGER | LIST<STRING NOT NULL>. What counts is the graph at the end of each statement.",
      example: "CREATE CONSTRAINT one_person FOR (p:Person) REQUIRE p.name IS UNIQUE"),
    ReferenceEntry(
      "DROP CONSTRAINT", .command, syntax: ["DROP CONSTRAINT name [IF EXISTS]"], "Drops a constraint, with its index",
      example: "DROP CONSTRAINT one_person IF EXISTS"),
  ]
}
