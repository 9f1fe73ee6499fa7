// What a human decided about this graph. Run after every reading of the folder, so it must be safe to run twice.

// The texts call the country by its capital where they mean its officials; the country is the place that acts.
MATCH (p:Place {name: 'Chad'}) SET p.kind = 'country';
MATCH (p:Place {name: 'France'}) SET p.kind = 'country';
MATCH (p:Place {name: 'Mali'}) SET p.kind = 'country';
