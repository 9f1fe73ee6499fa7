import Graph

/// What the values of a property lie between, over the nodes of a label or the relationships of a type.
package struct ColumnBounds: Sendable {
  /// How many elements have the property.
  package var valueCount = 0
  /// `.null` where none has.
  package var least = Value.null
  package var greatest = Value.null

  package init() {}
}

extension GraphSnapshot {
  /// Nil where the values are not all of one type that `ColumnZones` gives bounds of, strings left out, or where one is NaN.
  /// O(rows / 1,024) once the zones are known, but for blocks that only partly belong to the label.
  package func bounds(of key: PropertyKeyID, onNodesOf label: LabelID?) -> ColumnBounds? {
    guard let members = members(label), let column = nodes.properties[key] else { return ColumnBounds() }
    return column.bounds(of: members)
  }

  package func bounds(of key: PropertyKeyID, onRelationshipsOf type: RelationshipTypeID?) -> ColumnBounds? {
    guard let members = members(type), let column = relationships.properties[key] else { return ColumnBounds() }
    return column.bounds(of: members)
  }
}

extension Column {
  fileprivate func bounds(of members: Bitmap) -> ColumnBounds? {
    var bounds = ColumnBounds()
    var kind: ColumnSegment.Kind?
    var integers = ZoneBounds<Int64>(least: .max, greatest: .min)
    var floats = ZoneBounds<Double>(least: .infinity, greatest: -.infinity)
    for index in 0..<min(segments.count, members.segments.count) {
      guard let rows = members.segments.segment(index), rows.count > 0, let segment = segments.segment(index) else { continue }
      let common = segment.commonCount(rows)
      guard common > 0 else { continue }
      bounds.valueCount += common
      guard segment.kind != .strings, kind == nil || kind == segment.kind, let zones = segment.zones else { return nil }
      kind = segment.kind
      switch zones.bounds {
      case .integers(let blocks):
        let elements = UnsafePointer(segment.elements(Int64.self))
        integers = segment.bounds(rows, blocks, integers) { elements[$0] }
      case .floats(let blocks):
        let elements = UnsafePointer(segment.elements(Double.self))
        floats = segment.bounds(rows, blocks, floats) { elements[$0] }
        if floats.least.isNaN { return nil }
      }
    }
    guard bounds.valueCount > 0 else { return bounds }
    switch kind {
    case .dates:
      bounds.least = .date(CalendarDate(daysSinceEpoch: integers.least))
      bounds.greatest = .date(CalendarDate(daysSinceEpoch: integers.greatest))
    case .floats: (bounds.least, bounds.greatest) = (.float(floats.least), .float(floats.greatest))
    default: (bounds.least, bounds.greatest) = (.integer(integers.least), .integer(integers.greatest))
    }
    return bounds
  }
}

extension ColumnSegment {
  /// How many of the rows have a value.
  fileprivate func commonCount(_ rows: BitmapSegment) -> Int {
    var count = 0
    for word in 0..<(capacity / 64) { count &+= (rows.words[word] & presence[word]).nonzeroBitCount }
    return count
  }

  /// `known` widened by the values of the rows; NaN on both sides where a value may be.
  @inline(__always)
  fileprivate func bounds<Bound: Comparable & Sendable>(
    _ rows: BitmapSegment, _ blocks: [ZoneBounds<Bound>], _ known: ZoneBounds<Bound>, _ element: (Int) -> Bound
  ) -> ZoneBounds<Bound> {
    var bounds = known
    for (block, zone) in blocks.enumerated() {
      let words = (block * ColumnZones.wordCount)..<min((block + 1) * ColumnZones.wordCount, capacity / 64)
      var others: UInt64 = 0
      var common: UInt64 = 0
      for word in words {
        others |= presence[word] & ~rows.words[word]
        common |= presence[word] & rows.words[word]
      }
      if common == 0 { continue }
      // What cannot be compared with itself is NaN.
      if zone.least != zone.least { return zone }
      if others == 0 {
        if zone.least < bounds.least { bounds.least = zone.least }
        if zone.greatest > bounds.greatest { bounds.greatest = zone.greatest }
        continue
      }
      for word in words {
        var bits = presence[word] & rows.words[word]
        while bits != 0 {
          let value = element(word << 6 + bits.trailingZeroBitCount)
          bits &= bits &- 1
          if value < bounds.least { bounds.least = value }
          if value > bounds.greatest { bounds.greatest = value }
        }
      }
    }
    return bounds
  }
}
