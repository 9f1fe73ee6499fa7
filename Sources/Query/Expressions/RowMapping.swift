import Cypher
import Graph

// The loops that kernels share. Each is inlined with its body, so that a loop over typed arrays stays one.

extension Batch {
  /// One element a row, `placeholder` where the row is not selected.
  @inline(__always)
  func map<Element>(placeholder: Element, _ body: (Int) -> Element) -> [Element] {
    let rowCount = self.rowCount
    return [Element](unsafeUninitializedCapacity: rowCount) { buffer, count in
      if let selection {
        buffer.initialize(repeating: placeholder)
        for row in selection { buffer[Int(row)] = body(Int(row)) }
      } else {
        for row in 0..<rowCount { buffer.initializeElement(at: row, to: body(row)) }
      }
      count = rowCount
    }
  }

  /// A vector of what `body` gives for each selected row. For values of any type; `inputs` are the vectors that `body` reads:
  /// if each of them is constant, it is called once for all rows.
  @inline(__always)
  func values(
    from inputs: [Vector], _ body: (Int) throws(CypherError) -> Value
  ) throws(CypherError) -> Vector {
    guard selectedCount > 0 else { return .nulls(count: rowCount) }
    if inputs.allSatisfy(\.isConstant) {
      return Vector(.constant(try body(selection.map { Int($0[0]) } ?? 0), count: rowCount))
    }
    return try values(body)
  }

  /// A vector of what `body` gives for each selected row.
  @inline(__always)
  func values(_ body: (Int) throws(CypherError) -> Value) throws(CypherError) -> Vector {
    var builder = VectorBuilder(capacity: rowCount)
    guard let selection else {
      for row in 0..<rowCount { builder.append(try body(row)) }
      return builder.finish()
    }
    for selected in selection {
      let row = Int(selected)
      while builder.count < row { builder.append(.null) }
      builder.append(try body(row))
    }
    while builder.count < rowCount { builder.append(.null) }
    return builder.finish()
  }
}

/// The rows of one operand of a typed kernel: an array, or one element for all.
enum TypedRows<Element> {
  case column([Element])
  case constant(Element)
}

extension Batch {
  /// One result a row of two operands of known types; not both may be constant.
  @inline(__always)
  func map<A, B, Result>(
    _ a: TypedRows<A>, _ b: TypedRows<B>, placeholder: Result, _ body: (A, B) -> Result
  ) -> [Result] {
    switch (a, b) {
    case (.column(let a), .column(let b)):
      return a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in map(placeholder: placeholder) { body(a[$0], b[$0]) } }
      }
    case (.column(let a), .constant(let b)):
      return a.withUnsafeBufferPointer { a in map(placeholder: placeholder) { body(a[$0], b) } }
    case (.constant(let a), .column(let b)):
      return b.withUnsafeBufferPointer { b in map(placeholder: placeholder) { body(a, b[$0]) } }
    case (.constant(let a), .constant(let b)):
      return map(placeholder: placeholder) { _ in body(a, b) }
    }
  }
}
