// What happened when, as far as the documents give a day: one line an event, oldest first.
MATCH (e:Event)
WHERE e.dateFrom IS NOT NULL OR e.dateTo IS NOT NULL
OPTIONAL MATCH (e)-[:LOCATED_IN]->(place:Place)
RETURN coalesce(e.dateFrom, 'until ' + e.dateTo) AS since, coalesce(e.dateTo, 'still') AS until, e.type AS type, e.name AS event,
  collect(DISTINCT place.name) AS places, e.certainty AS certainty, coalesce(e.disputed, false) AS disputed
ORDER BY since, until, event;
