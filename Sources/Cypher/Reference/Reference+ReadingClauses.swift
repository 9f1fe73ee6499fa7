extension Reference {
  static let readingClauses: [ReferenceEntry] = [
    ReferenceEntry(
      "MATCH", .readingClause, syntax: ["MATCH pattern, … [WHERE condition]"],
      "Finds every place in the graph where the patterns fit, a row each",
      details: "One relationship is never used twice within one MATCH; a node may be. A name that is bound already stays bound.",
      example: """
        MATCH (p:Person)-[r:WORKS_FOR]->(o:Organization)
        RETURN p.name, r.since, o.name ORDER BY p.name
        """),
    ReferenceEntry(
      "OPTIONAL MATCH", .readingClause, syntax: ["OPTIONAL MATCH pattern, … [WHERE condition]"],
      "As MATCH, but a row for which nothing is found stays, with null for the new names",
      details: "WHERE belongs to the search: a condition on the rows themselves stands behind WITH.",
      example: """
        MATCH (p:Person) OPTIONAL MATCH (p)-[:LEADS]->(o)
        RETURN p.name, o.name ORDER BY p.name
        """),
    ReferenceEntry(
      "WHERE", .readingClause, syntax: ["WHERE condition"],
      "Keeps the rows for which the condition is true; behind MATCH, OPTIONAL MATCH, WITH and YIELD",
      details: "A condition that is null, because a property is missing for instance, is not true.",
      example: """
        MATCH (p:Place) WHERE p.population > 50000 OR p.name STARTS WITH 'M'
        RETURN p.name, p.population ORDER BY p.name
        """),
    ReferenceEntry(
      "UNWIND", .readingClause, syntax: ["UNWIND list AS name"],
      "Makes one row of each element of a list", details: "Of an empty list, or of null, no row.",
      example: "UNWIND ['Gao', 'Kidal'] AS name MATCH (p:Place {name: name}) RETURN name, p.population"),
    ReferenceEntry(
      "FOR", .readingClause, syntax: ["FOR name IN list", "FOR name IN list WITH ORDINALITY | OFFSET position"],
      "As UNWIND: one row of each element of a list, with its place if wanted",
      details: "ORDINALITY counts from one, OFFSET from zero.",
      example: "FOR name IN ['Gao', 'Kidal'] WITH ORDINALITY i MATCH (p:Place {name: name}) RETURN i, name, p.population"),
    ReferenceEntry(
      "LET", .readingClause, syntax: ["LET name = expression, …"],
      "Adds names to the rows; the names before stay",
      example: "MATCH (p:Person) LET age = 2013 - p.born.year RETURN p.name, age ORDER BY age, p.name"),
    ReferenceEntry(
      "FILTER", .readingClause, syntax: ["FILTER [WHERE] condition"],
      "Keeps the rows for which the condition is true, as a clause of its own",
      example: "MATCH (p:Place) FILTER p.population > 50000 RETURN p.name"),
    ReferenceEntry(
      "LOAD CSV", .readingClause, syntax: ["LOAD CSV [WITH HEADERS] FROM file AS row [FIELDTERMINATOR ';']"],
      "One row of each record of a CSV file, as a list of strings or, with headers, as a map",
      details: "Reads only the folders that the shell was started with: dossier --allow-files FOLDER. The file is a path or a "
        + "file: URL. An empty field is null, a quoted empty one an empty string; linenumber() and file() say where a row stood.",
      example: "LOAD CSV WITH HEADERS FROM 'places.csv' AS row RETURN row.name, toInteger(row.population) AS population"),
    ReferenceEntry(
      "SHOW", .readingClause,
      syntax: ["SHOW FUNCTIONS | PROCEDURES | INDEXES | CONSTRAINTS [YIELD column [AS name], … | *] [WHERE condition] …"],
      "Lists what can be called, or the schema, as rows; other clauses may follow",
      details: "YIELD * gives every column, and without YIELD there are the most important ones.",
      example: "SHOW FUNCTIONS YIELD name, category WHERE category = 'List' RETURN name ORDER BY name LIMIT 3"),
    ReferenceEntry(
      "CALL { }", .readingClause,
      syntax: [
        "[OPTIONAL] CALL (name, … | *) { query } [IN TRANSACTIONS [OF n ROWS]]",
        "[OPTIONAL] CALL { [WITH name, …] query } [IN TRANSACTIONS [OF n ROWS]]",
      ],
      "Runs a query for each row, with the names that it imports, and adds the columns that it returns",
      details: "A query that returns nothing leaves the rows as they are; OPTIONAL keeps those for which none is returned. "
        + "Each row sees what was changed for those before it. IN TRANSACTIONS commits after every n rows, 1,000 if nothing is "
        + "said, so that an error later does not undo what was done until then.",
      example: """
        MATCH (o:Organization)
        CALL (o) { MATCH (o)<-[r]-(x) RETURN x.name AS first ORDER BY first LIMIT 1 }
        RETURN o.name, first ORDER BY o.name
        """),
    ReferenceEntry(
      "CALL", .readingClause, syntax: ["[OPTIONAL] CALL name(argument, …) [YIELD field [AS name], … | * [WHERE condition]]"],
      "Calls a procedure for each row; YIELD names the fields wanted",
      details: "YIELD may be left out where the call is the whole statement. SHOW PROCEDURES lists them.",
      example: "CALL db.labels() YIELD label WHERE label STARTS WITH 'P' RETURN label ORDER BY label"),
  ]
}
