import Graph

/// The names that a graph uses and the label sets of its nodes.
struct Catalog: Sendable {
  var labels = NameTable()
  var relationshipTypes = NameTable()
  var propertyKeys = NameTable()
  var labelSets = LabelSets()
}
