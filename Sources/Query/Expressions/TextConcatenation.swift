import Graph

/// Two texts as one, row by row, where at least one of them is a column of stored strings; an integer beside a string is written
/// out. It works on bytes, and makes no `String`.
struct TextConcatenation {
  private enum Operand {
    case texts([StringPool.Code], StringPool)
    case integers([Int64])
    case constant([UInt8])

    @inline(__always)
    func append(_ row: Int, to bytes: inout [UInt8]) {
      switch self {
      case .texts(let codes, let pool): bytes.append(contentsOf: pool.bytes(of: codes[row]))
      case .integers(let numbers): bytes.append(decimal: numbers[row])
      case .constant(let text): bytes += text
      }
    }

    /// What tells one row's text from another's, in 32 bits.
    var codes: [StringPool.Code]? {
      if case .texts(let codes, _) = self { codes } else { nil }
    }

    var isConstant: Bool { if case .constant = self { true } else { false } }
  }

  private let left: Operand
  private let right: Operand
  private let nulls: NullMask?

  /// Nil where the vectors hold something else.
  ///
  /// - Parameter writesIntegers: whether an integer may stand beside a string.
  init?(_ left: Vector, _ right: Vector, writesIntegers: Bool) {
    guard let a = Self.operand(left, writesIntegers), let b = Self.operand(right, writesIntegers),
      a.codes != nil || b.codes != nil
    else { return nil }
    (self.left, self.right) = (a, b)
    nulls = NullMask.union(left.nulls, right.nulls)
  }

  private static func operand(_ vector: Vector, _ writesIntegers: Bool) -> Operand? {
    switch vector.storage {
    case .strings(let codes, let pool): .texts(codes, pool)
    case .integers(let numbers) where writesIntegers: .integers(numbers)
    case .constant(.string(let text), _): .constant(Array(text.utf8))
    case .constant(.integer(let number), _) where writesIntegers: .constant(Array(String(number).utf8))
    default: nil
    }
  }

  func run(_ batch: Batch, _ context: EvaluationContext) -> Vector {
    let pool = context.texts.pool
    var scratch: [UInt8] = []
    func text(_ row: Int) -> StringPool.Code {
      scratch.removeAll(keepingCapacity: true)
      left.append(row, to: &scratch)
      right.append(row, to: &scratch)
      return scratch.withUnsafeBufferPointer { pool.intern($0) }
    }
    switch (left.codes, right.codes) {
    case (let a?, let b?):
      return batch.texts(pool, nulls: nulls, word: { UInt64(a[$0]) << 32 | UInt64(b[$0]) }, text)
    case (let codes?, nil) where right.isConstant, (nil, let codes?) where left.isConstant:
      return batch.texts(pool, nulls: nulls, word: { UInt64(codes[$0]) }, text)
    default: return batch.texts(pool, nulls: nulls, text)
    }
  }
}

extension [UInt8] {
  /// Appends an integer as it is written.
  mutating func append(decimal number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
