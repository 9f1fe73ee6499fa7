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
      details: """
        The search goes from both ends; a bound on the length, `*..6`, makes it stop early. What WHERE asks of the path is \
        part of the search: with `all(r IN relationships(p) WHERE …)` the shortest of the paths that qualify is found.
        """,
      example: """
        MATCH (a:Person {name: 'Awa Diallo'}), (b:Person {name: 'Musa Cissé'})
        MATCH p = shortestPath((a)-[:KNOWS*]->(b))
        RETURN [n IN nodes(p) | n.name] AS way
        """),
    ReferenceEntry(
      "quantified relationship", .pattern,
      syntax: ["-[name:TYPE]->+", "-[:TYPE]->*", "-->{2}", "--{1,3}", "<-[name WHERE …]-{2,}"],
      "A relationship followed so many times: `+` once or more, `*` any number, `{…}` within bounds",
      details: """
        The name is the list of the relationships; a property map and a WHERE in the brackets are asked of each of them.
        """,
      example: """
        MATCH (a {name: 'Awa Diallo'})-[k:KNOWS]->{1,2}(b)
        RETURN b.name, size(k) AS steps ORDER BY steps, b.name
        """),
    ReferenceEntry(
      "quantified path", .pattern,
      syntax: ["((a)-[r]->(b) WHERE …){1,5}", "((a)-[r]->(b)-[s]->(c))+", "(path = (a)-->(b))*"],
      "A part of a path that is repeated, each time from where the last repetition ended",
      details: """
        Inside, the names are elements, and WHERE may compare them with each other and with what earlier clauses bound. Outside, \
        each name is the list of what the repetitions met, in order. Parts may stand beside nodes and beside each other; where a \
        node meets a part they are the same node.
        """,
      example: """
        MATCH (start {name: 'Awa Diallo'}) ((a)-[:KNOWS]->(b) WHERE b.name > 'B'){1,3} (last)
        RETURN [n IN b | n.name] AS way, last.name ORDER BY size(way), last.name
        """),
    ReferenceEntry(
      "path selector", .pattern,
      syntax: [
        "ANY SHORTEST path", "ALL SHORTEST path", "SHORTEST k [PATHS] path", "SHORTEST k GROUPS path", "ANY [k] [PATHS] path",
        "ALL [PATHS] path",
      ],
      "Which of the paths that match are wanted, for each pair of first and last nodes",
      details: """
        A group is all paths of one length. A WHERE in parentheses around the path is part of the search; the WHERE of the \
        clause comes after it. A selected path needs a MATCH of its own, unless elements may be repeated. `k` may be a parameter.
        """,
      example: """
        MATCH (a {name: 'Awa Diallo'}), (b {name: 'Musa Cissé'})
        MATCH p = ANY SHORTEST (a)-[:KNOWS]->+(b)
        RETURN [n IN nodes(p) | n.name] AS way
        """),
    ReferenceEntry(
      "path mode", .pattern, syntax: ["WALK path", "TRAIL path", "SIMPLE path", "ACYCLIC path"],
      "What a path may meet twice: everything, nodes only, its first node as its last, nothing",
      details: "It stands before the path, behind a selector. In the default match mode no relationship is met twice anyway.",
      example: "MATCH p = ACYCLIC (:Person)-[:KNOWS]-+(:Person) RETURN max(length(p)) AS longest"),
    ReferenceEntry(
      "match mode", .pattern, syntax: ["MATCH DIFFERENT RELATIONSHIPS pattern", "MATCH REPEATABLE ELEMENTS pattern"],
      "Whether one match of a pattern may meet a relationship more than once; by default it may not",
      details: """
        Where elements may be repeated, a path needs a largest length, a selector or a stricter mode, or the search would not end.
        """,
      example: "MATCH REPEATABLE ELEMENTS (:Person)-[a:KNOWS]-(b)-[c:KNOWS]-(:Person) RETURN count(*) AS walks"),
  ]
}
