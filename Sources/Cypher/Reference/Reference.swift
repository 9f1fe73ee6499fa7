/// The reference of the language: what `:help` shows of it and what its page is made from.
///
/// Procedures are not among the entries, because the session says which there are: make theirs of their signatures.
public enum Reference {
  /// Every entry, by kind, in the order of reading.
  public static let all: [ReferenceEntry] =
    readingClauses + resultClauses + updatingClauses + patterns + expressions + commands
    + FunctionCatalog.all.map(ReferenceEntry.init)

  /// The entry called `name`, in any case of letters.
  public static func entry(named name: String) -> ReferenceEntry? {
    let name = name.lowercased()
    return all.first { $0.name.lowercased() == name }
  }

  /// The statements that make the full-text indexes of that graph.
  public static let graphIndexes = [
    "CREATE FULLTEXT INDEX names FOR (n:Person|Organization|Place|Event) ON EACH [n.name, n.aliases]",
    "CREATE FULLTEXT INDEX sentences FOR (n:Sentence) ON EACH [n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}",
    "CREATE FULLTEXT INDEX roles FOR ()-[r:PARTICIPANT]-() ON EACH [r.role]",
  ]

  /// The statement that makes the graph on which the examples run.
  public static let graph = """
    CREATE (awa:Person:Journalist {name: 'Awa Diallo', born: date('1984-06-12'), aliases: ['A. Diallo']}),
      (musa:Person {name: 'Musa Cissé', born: date('1971-01-30')}),
      (lea:Person {name: 'Léa Martin', born: date('1979-11-02')}),
      (omar:Person {name: 'Omar Traoré'}),
      (front:Organization {name: 'Northern Front', strength: 1200}),
      (ministry:Organization {name: 'Ministry of Defence', strength: 17800}),
      (gazette:Organization {name: 'Sahel Gazette'}),
      (mali:Place {name: 'Mali'}),
      (gao:Place {name: 'Gao', population: 86633}),
      (kidal:Place {name: 'Kidal', population: 25969}),
      (raid:Event {name: 'raid on Kidal', date: date('2013-02-22'), killed: 23, certainty: 'reported'}),
      (talks:Event {name: 'talks in Gao', date: date('2013-03-01'), certainty: 'confirmed'}),
      (awa)-[:WORKS_FOR {since: 2009}]->(gazette),
      (musa)-[:LEADS {since: 2011}]->(front),
      (omar)-[:MEMBER_OF {since: 2012}]->(front),
      (lea)-[:WORKS_FOR {since: 2008}]->(ministry),
      (awa)-[:KNOWS {since: 2006, weight: 1.5}]->(lea),
      (lea)-[:KNOWS {since: 2010, weight: 4.0}]->(omar),
      (awa)-[:KNOWS {since: 2013, weight: 7.5}]->(omar),
      (omar)-[:KNOWS {since: 2012, weight: 1.0}]->(musa),
      (gao)-[:LOCATED_IN]->(mali),
      (kidal)-[:LOCATED_IN]->(mali),
      (raid)-[:LOCATED_IN]->(kidal),
      (talks)-[:LOCATED_IN]->(gao),
      (raid)-[:PARTICIPANT {role: 'agent'}]->(front),
      (raid)-[:PARTICIPANT {role: 'target'}]->(ministry),
      (talks)-[:PARTICIPANT {role: 'agent'}]->(lea),
      (talks)-[:PARTICIPANT {role: 'agent'}]->(musa)
    """
}
