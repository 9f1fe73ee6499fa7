import Graph

extension Column {
  /// Writes a vector to the rows from `first` on, none of which has the property. Its values are storable.
  mutating func append(_ vector: Vector, from first: UInt32, translation: inout PoolTranslation) {
    let pool = translation.target
    switch vector.storage {
    case .integers(let rows): append(rows, .integers, vector, first, pool)
    case .floats(let rows): append(rows, .floats, vector, first, pool)
    case .booleans(let rows): append(rows, .booleans, vector, first, pool)
    case .dates(let rows): append(rows, .dates, vector, first, pool)
    case .strings(let codes, let source):
      let translated = translation.translate(codes, from: source)
      append(translated, .strings, Vector(.strings(translated, pool), nulls: vector.nulls), first, pool)
    default:
      for row in 0..<vector.count where !vector.isNull(row) { set(vector[row], at: first + UInt32(row), pool: pool) }
    }
  }

  /// Copies typed elements segment by segment.
  /// - Parameter vector: the same rows, for the nulls and for segments of another kind.
  private mutating func append<Element>(
    _ elements: [Element], _ kind: ColumnSegment.Kind, _ vector: Vector, _ first: UInt32, _ pool: StringPool
  ) {
    var done = 0
    while done < elements.count {
      let row = first + UInt32(done)
      let offset = SegmentGeometry.offset(of: row)
      let length = min(elements.count - done, SegmentGeometry.rowCount - offset)
      let rows = done..<(done + length)
      done += length
      let isWhole = vector.nulls == nil
      guard isWhole || rows.contains(where: { !vector.isNull($0) }) else { continue }
      let segment = segments.mutable(SegmentGeometry.segment(of: row), create: ColumnSegment(kind: kind))
      let before = segment.presentCount
      if segment.kind != kind && segment.presentCount == 0 { segment.become(kind) }
      if segment.kind == kind {
        segment.reserve(offset + length - 1)
        elements.withUnsafeBufferPointer {
          (segment.elements(Element.self) + offset).update(from: $0.baseAddress! + rows.lowerBound, count: length)
        }
        if isWhole {
          segment.markPresent(offset..<(offset + length))
        } else {
          for place in rows where !vector.isNull(place) { segment.markPresent(offset + place - rows.lowerBound) }
        }
      } else {
        for place in rows where !vector.isNull(place) {
          segment.set(vector[place], at: offset + place - rows.lowerBound, pool: pool)
        }
      }
      presentCount += segment.presentCount - before
    }
  }
}

extension FixedColumn {
  /// Writes one value to all of `rows`.
  mutating func fill(_ value: Element, _ rows: Range<UInt32>) {
    var row = rows.lowerBound
    while row < rows.upperBound {
      let offset = SegmentGeometry.offset(of: row)
      let length = min(Int(rows.upperBound - row), SegmentGeometry.rowCount - offset)
      let segment = segments.mutable(SegmentGeometry.segment(of: row), create: FixedSegment())
      segment.reserve(offset + length - 1)
      (segment.base + offset).update(repeating: value, count: length)
      row += UInt32(length)
    }
  }

  /// Appends the values of `rows`.
  func copy(_ rows: Range<UInt32>, into values: inout [Element]) {
    var row = rows.lowerBound
    while row < rows.upperBound {
      let offset = SegmentGeometry.offset(of: row)
      let length = min(Int(rows.upperBound - row), SegmentGeometry.rowCount - offset)
      if let segment = segments.segment(SegmentGeometry.segment(of: row)), offset + length <= segment.capacity {
        values.append(contentsOf: UnsafeBufferPointer(start: segment.base + offset, count: length))
      } else {
        for place in row..<(row + UInt32(length)) { values.append(self[place]) }
      }
      row += UInt32(length)
    }
  }
}
