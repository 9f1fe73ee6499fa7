// Who says what about a person, how sure, and in which sentence. Give the name with -P person='Abou Zeid'.
MATCH (p:Person)
WHERE p.name CONTAINS $person OR any(alias IN coalesce(p.aliases, []) WHERE alias CONTAINS $person)
MATCH (p)<-[:PARTICIPANT]-(e:Event)<-[:ABOUT]-(c:Claim)-[s:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker)
RETURN DISTINCT p.name AS person, e.name AS event, coalesce(speaker.name, 'the document itself') AS speaker,
  c.certainty AS certainty, s.quote AS sentence, d.title AS document
ORDER BY person, event, speaker, sentence;
