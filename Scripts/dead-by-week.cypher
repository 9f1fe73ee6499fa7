// How many are said to have been killed, by week and by who says it. Ranges count with their lower end.
MATCH (c:Claim {predicate: 'killed'})-[:ABOUT]->(e:Event)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker)
WITH e, coalesce(speaker.name, 'the document itself') AS source, coalesce(c.value, c.valueMin) AS killed,
  coalesce(c.qualifier, '') AS qualifier, coalesce(e.dateFrom, e.dateTo) AS day
WHERE killed IS NOT NULL
RETURN CASE WHEN day IS NULL THEN 'no date' ELSE toString(date.truncate('week', date(day))) END AS weekFrom, source,
  collect(DISTINCT qualifier + ' ' + toString(killed)) AS said, max(killed) AS highest
ORDER BY weekFrom, source;
