import Graph

/// Everything kept per node except adjacency.
struct NodeTable: Sendable {
  /// The next id to give out.
  var capacity: UInt32 = 0
  /// The nodes that exist.
  var existing = Bitmap()
  /// For each node the number of its label set.
  var labelSets = FixedColumn<LabelSets.Number>()
  /// For each label the nodes that have it.
  var labels: [Bitmap] = []
  var properties = PropertyTable()

  func has(_ label: LabelID, at row: UInt32) -> Bool {
    let index = Int(label.rawValue)
    return index < labels.count && labels[index].contains(row)
  }

  func count(of label: LabelID) -> Int {
    let index = Int(label.rawValue)
    return index < labels.count ? labels[index].count : 0
  }

  mutating func reserve(_ label: LabelID) {
    while labels.count <= Int(label.rawValue) { labels.append(Bitmap()) }
  }
}
