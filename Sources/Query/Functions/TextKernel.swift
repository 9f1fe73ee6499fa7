import Cypher
import Graph

/// What functions do to columns of stored strings: it works on their bytes, and what it makes of them are codes of a pool again,
/// so that no `String` is made of a text. Arguments other than the text are the same for every row.
enum TextKernel: ColumnKernel {
  /// How many Unicode scalars there are.
  case scalarCount
  case byteCount
  case letters(LetterCase)
  /// `substring(text, start)` and `substring(text, start, length)`.
  case substring
  /// `left(text, length)` and `right(text, length)`.
  case prefix, suffix
  /// Without the blanks at its ends.
  case trim(start: Bool, end: Bool)
  /// `replace(text, part, replacement)`.
  case replace
  /// `split(text, delimiter)`.
  case split

  func run(_ arguments: [Vector], _ batch: Batch, _ context: EvaluationContext) -> Vector? {
    guard case .strings(let codes, let pool) = arguments[0].storage else { return nil }
    let column = TextColumn(codes: codes, pool: pool, nulls: arguments[0].nulls, batch: batch)
    switch self {
    case .scalarCount: return arguments.count == 1 ? column.integers { $0.scalarCount } : nil
    case .byteCount: return column.integers { Int64($0.count) }
    case .letters(let letters):
      var scratch: [UInt8] = []
      return column.texts(context) { text, pool in letters.with(text, &scratch) { pool.intern($0) } }
    case .substring, .prefix, .suffix:
      let numbers = arguments.dropFirst().map(\.constantCount)
      guard !numbers.contains(nil) else { return nil }
      let (first, second) = (numbers[0]!, numbers.count > 1 ? numbers[1]! : .max)
      switch self {
      case .prefix: return column.slices(context) { $0.scalars(0, first) }
      case .suffix: return column.slices(context) { $0.lastScalars(first) }
      default: return column.slices(context) { $0.scalars(first, second) }
      }
    case .trim(let start, let end):
      guard arguments.count == 1 else { return nil }
      return column.texts(context) { text, pool in
        text.trimmed(start: start, end: end).map { pool.intern($0) }
          ?? pool.intern(StringFunctions.trimmed(text.text, start: start, end: end))
      }
    case .replace:
      guard let part = arguments[1].constantText, let replacement = arguments[2].constantText else { return nil }
      return replace(column, Array(part.utf8), Array(replacement.utf8), context)
    case .split:
      guard let delimiter = arguments[1].constantText, !delimiter.isEmpty else { return nil }
      return split(column, Array(delimiter.utf8), context)
    }
  }

  private func replace(
    _ column: TextColumn, _ part: [UInt8], _ replacement: [UInt8], _ context: EvaluationContext
  ) -> Vector {
    var scratch: [UInt8] = []
    return part.withUnsafeBufferPointer { part in
      column.texts(context) { text, pool in
        scratch.removeAll(keepingCapacity: true)
        text.forEachPiece(between: part) { piece, isFirst in
          if !isFirst { scratch += replacement }
          scratch.append(contentsOf: piece)
        }
        return scratch.withUnsafeBufferPointer { pool.intern($0) }
      }
    }
  }

  private func split(_ column: TextColumn, _ delimiter: [UInt8], _ context: EvaluationContext) -> Vector {
    let pool = context.texts.pool
    var pieces: [StringPool.Code] = []
    let ranges = delimiter.withUnsafeBufferPointer { delimiter in
      column.batch.map(placeholder: ListRange(start: 0, count: 0)) { row in
        if let nulls = column.nulls, nulls[row] { return ListRange(start: 0, count: 0) }
        let start = pieces.count
        column[row].forEachPiece(between: delimiter) { piece, _ in pieces.append(pool.intern(piece)) }
        return ListRange(start: start, count: pieces.count - start)
      }
    }
    return Vector(.lists(ranges, ListElements(Vector(.strings(pieces, pool)))), nulls: column.nulls)
  }
}

/// A column of stored strings.
private struct TextColumn {
  let codes: [StringPool.Code]
  let pool: StringPool
  let nulls: NullMask?
  let batch: Batch

  subscript(row: Int) -> UnsafeBufferPointer<UInt8> { pool.bytes(of: codes[row]) }

  @inline(__always)
  func integers(_ number: (UnsafeBufferPointer<UInt8>) -> Int64) -> Vector {
    let numbers = batch.map(placeholder: Int64(0)) { row in
      if let nulls, nulls[row] { return 0 }
      return number(self[row])
    }
    return Vector(.integers(numbers), nulls: nulls)
  }

  /// What `body` makes of each text and puts into the pool that it is handed.
  @inline(__always)
  func texts(
    _ context: EvaluationContext, _ body: (UnsafeBufferPointer<UInt8>, StringPool) -> StringPool.Code
  ) -> Vector {
    let target = context.texts.pool
    return batch.texts(target, nulls: nulls, word: { UInt64(codes[$0]) }) { body(self[$0], target) }
  }

  /// A part of each text.
  @inline(__always)
  func slices(
    _ context: EvaluationContext, _ slice: (UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>
  ) -> Vector {
    texts(context) { text, pool in pool.intern(slice(text)) }
  }
}
