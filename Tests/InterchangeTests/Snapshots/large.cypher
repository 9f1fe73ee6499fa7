CREATE INDEX index_Imported__importedAs_ FOR (n:Imported_) ON (n.importedAs_);
UNWIND [
] AS row CREATE (n:Even:Imported_) SET n = row[1], n.importedAs_ = row[0];
UNWIND [
] AS row CREATE (n:Imported:Imported_) SET n = row[1], n.importedAs_ = row[0];
UNWIND [
] AS row MATCH (a:Imported_ {importedAs_: row[0]}), (b:Imported_ {importedAs_: row[1]}) CREATE (a)-[r:NEXT]->(b) SET r = row[2];
MATCH (n:Imported_) REMOVE n:Imported_, n.importedAs_;
DROP INDEX index_Imported__importedAs_;
