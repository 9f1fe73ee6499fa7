import Cypher
import Graph

/// What functions do to columns of stored strings: it works on their bytes, so that no `String` is made of a stored text.
enum TextKernel: Sendable {
  /// How many Unicode scalars there are.
  case scalarCount
  case letters(LetterCase)
  /// `substring(text, start)` and `substring(text, start, length)` with numbers that are the same for every row.
  case substring
  /// `left(text, length)` likewise.
  case prefix

  /// Nil for a kernel that does something else.
  var letterCase: LetterCase? { if case .letters(let letters) = self { letters } else { nil } }

  /// Nil where the arguments are of another kind: then each row is called for itself.
  func run(_ arguments: [Vector], _ batch: Batch) -> Vector? {
    guard case .strings(let codes, let pool) = arguments[0].storage else { return nil }
    let numbers = arguments.dropFirst().map(\.constantCount)
    guard !numbers.contains(nil) else { return nil }
    let nulls = arguments[0].nulls
    switch self {
    case .scalarCount:
      let counts = batch.map(placeholder: Int64(0)) { row in
        if let nulls, nulls[row] { return 0 }
        return pool.bytes(of: codes[row]).scalarCount
      }
      return Vector(.integers(counts), nulls: nulls)
    case .letters(let letters): return texts(codes, pool, nulls, batch) { letters.string(of: $0) }
    case .substring:
      let (start, length) = (numbers[0]!, numbers.count > 1 ? numbers[1]! : .max)
      return texts(codes, pool, nulls, batch) { $0.substring(start, length) }
    case .prefix:
      let length = numbers[0]!
      return texts(codes, pool, nulls, batch) { $0.substring(0, length) }
    }
  }

  @inline(__always)
  private func texts(
    _ codes: [StringPool.Code], _ pool: StringPool, _ nulls: NullMask?, _ batch: Batch,
    _ transform: (UnsafeBufferPointer<UInt8>) -> String
  ) -> Vector {
    Vector(
      .values(
        batch.map(placeholder: Value.null) { row in
          if let nulls, nulls[row] { return .null }
          return .string(transform(pool.bytes(of: codes[row])))
        }))
  }
}

extension Vector {
  /// A number that is the same for every row and not negative.
  fileprivate var constantCount: Int? {
    guard case .constant(.integer(let number), _) = storage, number >= 0 else { return nil }
    return Int(number)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Every scalar has exactly one byte that is not a continuation byte.
  fileprivate var scalarCount: Int64 {
    var count: Int64 = 0
    for place in 0..<self.count { count &+= self[place] & 0xC0 != 0x80 ? 1 : 0 }
    return count
  }

  fileprivate var text: String { String(decoding: self, as: UTF8.self) }

  /// `length` scalars from `start` on, as far as there are so many.
  fileprivate func substring(_ start: Int, _ length: Int) -> String {
    let first = place(ofScalar: start, from: 0)
    let end = place(ofScalar: length, from: first)
    return UnsafeBufferPointer(rebasing: self[first..<end]).text
  }

  /// Where the scalar that comes `distance` behind the one at `place` begins, the end if there is none.
  private func place(ofScalar distance: Int, from place: Int) -> Int {
    guard distance < count else { return count }
    var (place, left) = (place, distance)
    while place < count {
      if self[place] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      place += 1
    }
    return place
  }
}
