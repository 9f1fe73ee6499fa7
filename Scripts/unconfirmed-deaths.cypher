// Persons who are said to be dead while somebody doubts it, denies it or will not confirm it.
MATCH (p:Person)<-[r:PARTICIPANT]-(e:Event)<-[:ABOUT]-(c:Claim)
WHERE e.type IN ['death', 'killing'] AND r.role IN ['victim', 'target']
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker)
WITH p, e, c, collect(DISTINCT coalesce(speaker.name, 'the document itself')) AS speakers
WITH p, collect(DISTINCT c.certainty) AS certainties, collect(DISTINCT [c.certainty, speakers, c.text]) AS statements
WHERE any(word IN certainties WHERE word IN ['probable', 'rumoured', 'denied'])
UNWIND statements AS statement
RETURN p.name AS person, statement[0] AS certainty, statement[1] AS speakers, statement[2] AS says
ORDER BY person, certainty, says;
