CREATE
  (n0:Document {title: 'Quay Post', uri: 'https://example.org/a?b=1&c=2'}),
  (n1:Entity:Person {name: 'Zoë Müller', aliases: ['Zoë', 'the "Owl"']}),
  (n2:Event {name: 'death of Müller', certainty: 'rumoured', killed: 1}),
  (n3:Claim {key: 'q:c1', text: 'she is dead', certainty: 'denied'}),
  (n4:Entity:Place {name: 'Quay', aliases: []}),
  (n3)-[:STATED_IN {quote: '“She is alive,” he said.', begin: 3}]->(n0),
  (n3)-[:ABOUT]->(n2),
  (n2)-[:PARTICIPANT {role: 'victim', certainty: 0.4, claim: 'q:c1'}]->(n1),
  (n2)-[:LOCATED_IN {certainty: 0.95}]->(n4);
