import CPlatform
import Cypher
import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `STARTS WITH`, `ENDS WITH`, `CONTAINS`: null where either side is not a string. Works on UTF-8 bytes; no `String` is made of a
/// stored text, nor of one that `toLower` or `toUpper` stands around.
struct StringPredicateExpression: CompiledExpression, CompiledPredicate {
  enum Test: Sendable { case startsWith, endsWith, contains }

  let test: Test
  let text: any CompiledExpression
  let part: any CompiledExpression
  /// The call that makes the text, where it is another in letters of one case.
  private let recased: (call: FunctionExpression, letters: LetterCase)?

  init(test: Test, text: any CompiledExpression, part: any CompiledExpression) {
    self.test = test
    self.text = text
    self.part = part
    if let call = text as? FunctionExpression, let letters = call.function.letterCase {
      recased = (call, letters)
    } else {
      recased = nil
    }
  }

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    try run(batch, context, BooleanSink())
  }

  func select(_ truth: Bool, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32] {
    try run(batch, context, SelectionSink(truth: truth))
  }

  private func run<Sink: RowTestSink>(
    _ batch: Batch, _ context: EvaluationContext, _ sink: Sink
  ) throws(CypherError) -> Sink.Output {
    let part = try part.evaluate(batch, context)
    if let recased, case .constant(.string(var constant), _) = part.storage {
      let texts = try recased.call.arguments[0].evaluate(batch, context)
      if case .strings(let codes, let pool) = texts.storage {
        var scratch: [UInt8] = []
        return constant.withUTF8 { part in
          sink.collect(batch, nulls: texts.nulls) {
            recased.letters.with(pool.bytes(of: codes[$0]), &scratch) { test.holds($0, part) }
          }
        }
      }
      return run(try recased.call.applied(to: [texts], batch, context), part, batch, sink)
    }
    return run(try text.evaluate(batch, context), part, batch, sink)
  }

  private func run<Sink: RowTestSink>(_ text: Vector, _ part: Vector, _ batch: Batch, _ sink: Sink) -> Sink.Output {
    guard case .strings(let codes, let pool) = text.storage, case .constant(.string(var constant), _) = part.storage else {
      return sink.collect(batch) { test.holds(text[$0], part[$0]) }
    }
    return constant.withUTF8 { part in
      switch test {
      case .startsWith: starts(codes, pool, with: part, text.nulls, batch, sink)
      case .endsWith:
        sink.collect(batch, nulls: text.nulls) { pool.bytes(of: codes[$0]).ends(with: part) }
      case .contains:
        sink.collect(batch, nulls: text.nulls) { pool.bytes(of: codes[$0]).holds(part) }
      }
    }
  }

  /// The first four bytes, which stand beside the code, decide for most strings.
  private func starts<Sink: RowTestSink>(
    _ codes: [StringPool.Code], _ pool: StringPool, with part: UnsafeBufferPointer<UInt8>, _ nulls: NullMask?, _ batch: Batch,
    _ sink: Sink
  ) -> Sink.Output {
    let head = StringPool.head(of: part)
    let mask: UInt32 = part.count >= 4 ? ~0 : (1 << UInt32(8 * part.count)) - 1
    return codes.withUnsafeBufferPointer { codes in
      sink.collect(batch, nulls: nulls) {
        (pool.head(of: codes[$0]) ^ head) & mask == 0 && pool.bytes(of: codes[$0]).begins(with: part)
      }
    }
  }
}

extension StringPredicateExpression.Test {
  /// The test of two values of any type, nil where it is unknown.
  func holds(_ text: Value, _ part: Value) -> Bool? {
    guard case .string(var text) = text, case .string(var part) = part else { return nil }
    return text.withUTF8 { text in part.withUTF8 { part in holds(text, part) } }
  }

  @inline(__always)
  fileprivate func holds(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .startsWith: text.begins(with: part)
    case .endsWith: text.ends(with: part)
    case .contains: text.holds(part)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  fileprivate func begins(with part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count >= part.count else { return false }
    return part.isEmpty || memcmp(baseAddress!, part.baseAddress!, part.count) == 0
  }

  @inline(__always)
  fileprivate func ends(with part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count >= part.count else { return false }
    return part.isEmpty || memcmp(baseAddress! + (count - part.count), part.baseAddress!, part.count) == 0
  }

  @inline(__always)
  fileprivate func holds(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count >= part.count else { return false }
    return part.isEmpty || platform_contains(baseAddress!, count, part.baseAddress!, part.count)
  }
}
