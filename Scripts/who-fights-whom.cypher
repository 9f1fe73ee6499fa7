// Who fought, attacked, killed or held whom, how often, with the strongest word that any source gives it.
MATCH (e:Event)
WHERE e.type IN ['battle', 'attack', 'killing', 'abduction', 'detention', 'operation']
MATCH (actor:Entity)<-[:PARTICIPANT {role: 'agent'}]-(e)-[against:PARTICIPANT]->(other:Entity)
WHERE against.role IN ['target', 'victim'] AND actor <> other
RETURN actor.name AS actor, other.name AS against, collect(DISTINCT e.type) AS kinds, count(DISTINCT e) AS events,
  collect(DISTINCT e.certainty) AS certainty
ORDER BY events DESC, actor, against;
