extension Reference {
  static let expressions: [ReferenceEntry] = values + operators + constructs

  private static let values: [ReferenceEntry] = [
    ReferenceEntry(
      "literals", .expression, syntax: ["42, 0x2A, 0o52, 1.5, 1e3", "'text', \"text\"", "true, false, null"],
      "Numbers, texts, truth values and null as they are written",
      details: "In texts \\n, \\t, \\', \\\\ and \\u00e9 stand for what they stand for elsewhere.",
      example: "RETURN 42 AS integer, 1e3 AS float, 'it\\'s' AS text, true AS truth, null AS nothing"),
    ReferenceEntry(
      "list", .expression, syntax: ["[value, …]", "list[index]", "list[from..to]"],
      "Values in an order; positions count from 0, and from -1 backwards from the end",
      details: "What lies outside is null for a position and left out of a slice.",
      example: "WITH ['Gao', 'Kidal', 'Mopti'] AS places RETURN places[0], places[-1], places[1..] AS rest"),
    ReferenceEntry(
      "map", .expression, syntax: ["{key: value, …}", "map.key", "map['key']"],
      "Values by their keys; a key that is not there is null",
      example: "WITH {name: 'Gao', region: {code: 7}} AS place RETURN place.name, place.region.code, place['river']"),
    ReferenceEntry(
      "map projection", .expression, syntax: ["element {.key, .*, key: expression, …}"],
      "Some or all properties of an element as a map, and more beside them",
      example: "MATCH (p:Place {name: 'Gao'}) RETURN p {.name, size: p.population} AS place"),
    ReferenceEntry(
      "parameter", .expression, syntax: ["$name"],
      "A value given from outside: by :param in the shell, --param on the command line, `parameters` in the pipe",
      details: "Parameters keep a query's text the same for every value, and hostile values out of it.",
      example: "EXPLAIN MATCH (p:Person {name: $name}) RETURN p"),
    ReferenceEntry(
      "property", .expression, syntax: ["element.key", "element[expression]", "temporal.component"],
      "A property of a node or relationship, an entry of a map or a part of a date; null where it is not there",
      example: "MATCH (p:Person {name: 'Awa Diallo'}) RETURN p.born.year AS year, p['name'] AS name, p.height AS height"),
  ]

  private static let operators: [ReferenceEntry] = [
    ReferenceEntry(
      "arithmetic", .expression, syntax: ["a + b, a - b, a * b, a / b, a % b, a ^ b, -a"],
      "Calculates with numbers, dates and durations; `+` also joins texts and lists",
      details:
        "Integers stay integers: 7 / 2 is 3. Overflow and division of an integer by zero are errors; floats follow IEEE 754.",
      example: "RETURN 7 / 2 AS whole, 7 / 2.0 AS float, 7 % 2 AS rest, 2 ^ 10 AS power, [1] + 2 AS list"),
    ReferenceEntry(
      "comparison", .expression, syntax: ["a = b, a <> b", "a < b, a <= b, a > b, a >= b", "a < b <= c"],
      "Compares two values; null where one of them is null or they have no order between them",
      example: "RETURN 1 = 1.0 AS same, 1 < 2 <= 2 AS between, 'a' < 1 AS mixed, null = null AS unknown"),
    ReferenceEntry(
      "boolean operators", .expression, syntax: ["a AND b", "a OR b", "a XOR b", "NOT a"],
      "Joins conditions with three truth values: true, false and null for what is not known",
      example: "RETURN true OR null AS yes, false AND null AS no, true AND null AS unknown, NOT null AS unknown2"),
    ReferenceEntry(
      "IS NULL", .expression, syntax: ["value IS NULL", "value IS NOT NULL"],
      "Whether a value is missing; `= null` never is true",
      example: "MATCH (p:Person) WHERE p.born IS NULL RETURN p.name"),
    ReferenceEntry(
      "IS TRUE", .expression, syntax: ["condition IS [NOT] TRUE", "condition IS [NOT] FALSE", "condition IS [NOT] UNKNOWN"],
      "Whether a condition is true, false or null; the answer never is null",
      example: "UNWIND [true, false, null] AS x RETURN x, x IS TRUE AS yes, x IS NOT TRUE AS notTrue, x IS UNKNOWN AS unknown"),
    ReferenceEntry(
      "IS TYPED", .expression, syntax: ["value IS [NOT] TYPED type", "value IS [NOT] :: type", "value :: type"],
      "Whether a value is of a type; null is of every type without NOT NULL",
      details: """
        Types: BOOLEAN, STRING, INTEGER, FLOAT, DATE, LOCAL TIME, ZONED TIME, LOCAL DATETIME, ZONED DATETIME, DURATION, NODE, \
        RELATIONSHIP, PATH, MAP, LIST<type>, PROPERTY VALUE, ANY, NULL, NOTHING; type NOT NULL; type | type.
        """,
      example: "UNWIND [1, 1.5, 'a', null] AS x RETURN x, x :: INTEGER | FLOAT AS number, x IS :: STRING NOT NULL AS text"),
    ReferenceEntry(
      "IS NORMALIZED", .expression, syntax: ["text IS [NOT] [NFC|NFD|NFKC|NFKD] NORMALIZED"],
      "Whether a text is in a normal form of Unicode, NFC if none is named; null for what is no text",
      example:
        "RETURN '\\u00e9' IS NORMALIZED AS composed, 'e\\u0301' IS NORMALIZED AS apart, 'e\\u0301' IS NFD NORMALIZED AS nfd"),
    ReferenceEntry(
      "IS DIRECTED", .expression,
      syntax: [
        "relationship IS [NOT] DIRECTED", "node IS [NOT] SOURCE OF relationship", "node IS [NOT] DESTINATION OF relationship",
      ],
      "Whether a relationship has a direction, as all have, and whether a node is the end that it comes from or goes to",
      example: """
        MATCH (p:Person)-[r:KNOWS]-(q)
        RETURN p.name, q.name, p IS SOURCE OF r AS says, q IS DESTINATION OF r AS isNamed ORDER BY p.name, q.name
        """),
    ReferenceEntry(
      "||", .expression, syntax: ["text || text", "list || list"], "Two texts or two lists as one; null where either is",
      example: "RETURN 'Ga' || 'o' AS name, [1] || [2, 3] AS list"),
    ReferenceEntry(
      "IN", .expression, syntax: ["value IN list"],
      "Whether the value is an element of the list; null where an unknown element could be it",
      example: "RETURN 2 IN [1, 2, null] AS yes, 3 IN [1, 2] AS no, 3 IN [1, null] AS unknown"),
    ReferenceEntry(
      "text predicates", .expression,
      syntax: ["text STARTS WITH text", "text ENDS WITH text", "text CONTAINS text", "text =~ 'pattern'"],
      "Whether a text begins, ends or continues with another, or matches a regular expression as a whole",
      details: "Letters count as they are: for any case write toLower(…), or (?i) at the pattern's start.",
      example: "MATCH (p:Person) WHERE p.name CONTAINS 'iall' OR p.name =~ '(?i)musa.*' RETURN p.name ORDER BY p.name"),
    ReferenceEntry(
      "label predicate", .expression,
      syntax: ["node:Label", "relationship:TYPE", "element:A|B&!C", "element IS [NOT] LABELED A|B"],
      "Whether a node has a label, or a relationship is of a type",
      example: "MATCH (p:Person) RETURN p.name, p:Journalist AS writes ORDER BY p.name"),
  ]

  private static let constructs: [ReferenceEntry] = [
    ReferenceEntry(
      "CAST", .expression, syntax: ["CAST(value AS type)"],
      "The value as one of a type; an error where it cannot be converted",
      details: "Texts, numbers, Booleans and temporal values are converted as toInteger(), date() and their kin do.",
      example:
        "RETURN CAST('42' AS INTEGER) AS number, CAST('2013-02-22' AS DATE) AS day, CAST(['1', 2] AS LIST<INTEGER>) AS list"),
    ReferenceEntry(
      "CASE", .expression,
      syntax: [
        "CASE WHEN condition THEN value … [ELSE value] END", "CASE value WHEN operand, … THEN value … [ELSE value] END",
      ],
      "The value behind the first condition that is true, or the first operand that fits; otherwise ELSE, or null",
      details: "An operand is a value that is equal, or a test without what it tests: `< 5`, `IS NULL`, `STARTS WITH 'a'`.",
      example: """
        MATCH (p:Place)
        RETURN p.name, CASE p.population WHEN > 50000 THEN 'city' WHEN IS NULL, 0 THEN 'unknown' ELSE 'town' END AS kind
        ORDER BY p.name
        """),
    ReferenceEntry(
      "list comprehension", .expression, syntax: ["[name IN list [WHERE condition] [| expression]]"],
      "A list of what the expression makes of each element that meets the condition",
      example: "RETURN [x IN range(1, 6) WHERE x % 2 = 0 | x * x] AS squares"),
    ReferenceEntry(
      "pattern comprehension", .expression, syntax: ["[path [WHERE condition] | expression]"],
      "A list of what the expression makes of each place where the path fits",
      example: "MATCH (e:Event) RETURN e.name, [(e)-[r:PARTICIPANT]->(x) | x.name + ': ' + r.role] AS who ORDER BY e.name"),
    ReferenceEntry(
      "all", .expression,
      syntax: ["all(name IN list WHERE condition)", "any(…)", "none(…)", "single(…)"],
      "Whether the condition is true for all elements, for any, for none or for exactly one",
      example: "WITH [1, 2, 3] AS list RETURN all(x IN list WHERE x > 0) AS allAbove, single(x IN list WHERE x > 2) AS oneAbove"),
    ReferenceEntry(
      "reduce", .expression, syntax: ["reduce(total = start, name IN list | expression)"],
      "Goes through a list and carries a value along; the expression makes the next from it and the element",
      example: "RETURN reduce(total = 0, x IN [1, 2, 3] | total + x) AS sum"),
    ReferenceEntry(
      "allReduce", .expression, syntax: ["allReduce(total = start, name IN list | expression, condition)"],
      "As reduce, but whether the condition holds of the value after every step",
      example: "RETURN [most IN [5, 9] | allReduce(total = 0, x IN [1, 2, 3] | total + x, total < most)] AS fits"),
    ReferenceEntry(
      "pattern predicate", .expression, syntax: ["(a)-[:TYPE]->(b)"],
      "Whether the path can be found; where a truth value is wanted, all its names being bound",
      example: "MATCH (p:Person) WHERE NOT (p)-[:KNOWS]->() RETURN p.name"),
    ReferenceEntry(
      "EXISTS { }", .expression, syntax: ["EXISTS { pattern [WHERE condition] }", "EXISTS { query }"],
      "Whether the pattern or query finds anything; it may use the names around it",
      example: """
        MATCH (p:Person)
        WHERE EXISTS { (p)-[:KNOWS]->(friend) WHERE friend.born < date('1975-01-01') }
        RETURN p.name
        """),
    ReferenceEntry(
      "COLLECT { }", .expression, syntax: ["COLLECT { query }"],
      "The list of what a query with one column returns for the row",
      details: "The query can use every name of the row; it may not change the graph.",
      example: """
        MATCH (o:Organization)
        RETURN o.name, COLLECT { MATCH (o)<-[:WORKS_FOR]-(p) RETURN p.name ORDER BY p.name } AS people ORDER BY o.name
        """),
    ReferenceEntry(
      "COUNT { }", .expression, syntax: ["COUNT { pattern [WHERE condition] }", "COUNT { query }"],
      "How many rows the pattern or query gives",
      example: "MATCH (p:Person) RETURN p.name, COUNT { (p)-[:KNOWS]-() } AS degree ORDER BY degree DESC, p.name"),
  ]
}
