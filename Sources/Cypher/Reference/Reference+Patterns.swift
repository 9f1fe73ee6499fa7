extension Reference {
  static let patterns: [ReferenceEntry] = [
    ReferenceEntry(
      "node pattern", .pattern, syntax: ["(name:Label {key: value, …} WHERE condition)", "(name IS Label)"],
      "A node, by its labels, its properties and a condition; every part may be left out",
      example: "MATCH (p:Person WHERE p.born < date('1980-01-01')) RETURN p"),
    ReferenceEntry(
      "relationship pattern", .pattern,
      syntax: ["-[name:TYPE|TYPE {key: value, …} WHERE condition]->", "<-[…]-", "-[…]-", "-->"],
      "A relationship between two nodes: with its direction, or without an arrow head in either",
      details: "In a pattern of variable length the name stands for each relationship in the condition.",
      example: "MATCH (a)-[r:LEADS|MEMBER_OF]->(b) RETURN a.name, type(r), b.name ORDER BY a.name"),
    ReferenceEntry(
      "label expression", .pattern, syntax: [":A|B", ":A&B", ":!A", ":%", ":(A|B)&!C", "IS A|B"],
      "Which labels or types are meant: one or the other, both, not, any at all, with parentheses",
      details: "It stands in nodes, in relationships and as a predicate. CREATE, MERGE, SET and REMOVE take lists such as :A:B.",
      example:
        "MATCH (n:Person|Organization WHERE n.name IS NOT NULL)-[:!KNOWS]->(m:%&!Place) RETURN n.name, m.name ORDER BY n.name"),
    ReferenceEntry(
      "dynamic label", .pattern, syntax: [":$(expression)", ":$all(list)", ":$any(list)", "-[:$(expression)]->"],
      "Labels or a type that the statement computes: a string, or a list of strings that must all or of which any must be there",
      example: "UNWIND ['Place', 'Event'] AS kind MATCH (n:$(kind)) RETURN kind, count(*) AS number ORDER BY kind"),
    ReferenceEntry(
      "path variable", .pattern, syntax: ["name = path"], "Binds the whole path, with its nodes and relationships",
      example: "MATCH p = (:Event)-[:LOCATED_IN*2]->(:Place) RETURN p, length(p) AS steps ORDER BY steps, nodes(p)[0].name"),
    ReferenceEntry(
      "variable length", .pattern, syntax: ["-[name:TYPE*]->", "-[*2]-", "-[*1..3]-", "-[*..3]-", "-[*2..]-"],
      "A chain of relationships of that many steps, one or more without bounds; the name is the list of them",
      details: "No relationship occurs twice in a chain. `*0..` includes the node itself.",
      example: "MATCH (a {name: 'Awa Diallo'})-[k:KNOWS*1..2]->(b) RETURN b.name, size(k) AS steps ORDER BY steps, b.name"),
    ReferenceEntry(
      "shortestPath", .pattern, syntax: ["shortestPath((a)-[:TYPE*]-(b))", "allShortestPaths((a)-[:TYPE*]-(b))"],
      "One path, or all paths, with the fewest relationships between two nodes",
      details: "The search goes from both ends; a bound on the length, `*..6`, makes it stop early.",
      example: """
        MATCH (a:Person {name: 'Awa Diallo'}), (b:Person {name: 'Musa Cissé'})
        MATCH p = shortestPath((a)-[:KNOWS*]->(b))
        RETURN [n IN nodes(p) | n.name] AS way
        """),
  ]
}
