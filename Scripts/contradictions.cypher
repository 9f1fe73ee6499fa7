// Which statements cannot both be true, and who made them.
MATCH (a:Claim)-[:CONTRADICTS]-(b:Claim)
WHERE a.key < b.key
OPTIONAL MATCH (a)-[:SAID_BY]->(x)
OPTIONAL MATCH (b)-[:SAID_BY]->(y)
RETURN coalesce(x.name, 'the document itself') AS one, a.certainty AS oneIs, a.text AS says,
  coalesce(y.name, 'the document itself') AS other, b.certainty AS otherIs, b.text AS saysInstead
ORDER BY one, says, other, saysInstead;
