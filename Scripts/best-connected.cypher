// The actors with the most ties: events they take part in, relations to others, statements they make.
MATCH (x:Entity)
OPTIONAL MATCH (x)<-[:PARTICIPANT]-(e:Event)
WITH x, count(DISTINCT e) AS events
OPTIONAL MATCH (x)<-[:SAID_BY]-(c:Claim)
WITH x, events, count(DISTINCT c) AS statements
OPTIONAL MATCH (x)-[:LEADS|MEMBER_OF|WORKS_FOR|OWNS|FOUNDED|AFFILIATED_WITH|ALLIED_WITH|OPPOSES|SPLIT_FROM]-(other:Entity)
WITH x, events, statements, count(DISTINCT other) AS relations
WHERE events + statements + relations > 0
RETURN x.name AS actor, [label IN labels(x) WHERE label <> 'Entity'][0] AS kind, events, statements, relations,
  events + statements + relations AS ties
ORDER BY ties DESC, actor
LIMIT 15;
