/// Words that mean something in other query languages, or meant something once, with how the same is said here.
enum ForeignWords {
  /// The remedy for a word, in capitals, that stands where a clause or an operator could.
  static let remedies: [String: String] = [
    "SELECT": "MATCH says what to look for, RETURN what to show: MATCH (n:Label) RETURN n.key",
    "FROM": "MATCH says what to look for: MATCH (n:Label)",
    "INTO": "a node is made with CREATE (:Label {key: value})",
    "VALUES": "properties stand in the node: CREATE (:Label {key: value})",
    "TABLE": "there are no tables: CREATE (:Label {key: value}) makes a node, MATCH (n:Label) DETACH DELETE n deletes a label's",
    "UPDATE": "look for the nodes and set their properties: MATCH (n:Label) WHERE … SET n.key = value",
    "ALTER": "there are no tables to change: every node can have every property",
    "TRUNCATE": "MATCH (n:Label) DETACH DELETE n deletes all nodes of a label",
    "GROUP": "leave GROUP BY out: rows are grouped by the columns that do not aggregate",
    "HAVING": "put the condition behind WITH: WITH n.key AS key, count(*) AS c WHERE c > 1 RETURN key, c",
    "JOIN": "nodes are joined by a pattern, (a)-[:TYPE]->(b), or by a condition in WHERE",
    "LIKE": "write STARTS WITH, ENDS WITH or CONTAINS, or =~ and a regular expression",
    "ILIKE": "write =~ and a regular expression that begins with (?i)",
    "BETWEEN": "write low <= x <= high",
    "ISNULL": "write IS NULL",
    "NOTNULL": "write IS NOT NULL",
    "SORT": "write ORDER BY",
    "OVER": "there are no window functions: aggregate in a WITH before",
    "USING": "leave the USING out: how to search is decided from the graph's statistics, and a statement is one transaction",
    "START": "write MATCH (n) WHERE …",
    "IF": "for rows write WHERE condition, for a value CASE WHEN condition THEN a ELSE b END",
    "UNIQUE": "MERGE makes what is not there yet",
    "LET": "write LET x = value",
    "FOR": "write FOR x IN list",
    "FOREACH": "write FOREACH (x IN list | SET …), with clauses that change the graph",
    "HELP": "a command of the shell begins with a colon: :help",
    "QUIT": "a command of the shell begins with a colon: :quit",
    "EXIT": "a command of the shell begins with a colon: :quit",
  ]

  /// The remedy for a variable that does not exist, by its name in capitals.
  static let variables: [String: String] = [
    "SYSTIMESTAMP": "write datetime()", "LOCALTIMESTAMP": "write localdatetime()",
    "SYSDATE": "write datetime()",
  ]

  /// What becomes of a procedure of another product; nil for a name of nobody's.
  static func remedy(forProcedure name: String) -> String? {
    switch name.split(separator: ".").first.map({ $0.lowercased() }) {
    case "apoc": "APOC is an extension of another product: SHOW PROCEDURES lists what there is here"
    case "gds": "GDS is an extension of another product: SHOW PROCEDURES lists the algorithms that there are here"
    default: nil
    }
  }
}
