import Graph

/// Quantities as properties: `killed`, or `killedMin` and `killedMax`, and `killedQualifier`; for a claim `value`, `valueMin`,
/// `valueMax` and `qualifier`.
enum GraphNumbers {
  static func add(_ quantity: Quantity, named name: String, to properties: inout PropertyMap) {
    if let value = quantity.value { properties[name] = number(value) }
    if quantity.value == nil {
      if let minimum = quantity.minimum { properties[name + "Min"] = number(minimum) }
      if let maximum = quantity.maximum { properties[name + "Max"] = number(maximum) }
    }
    if let qualifier = quantity.qualifier {
      properties[name == "value" ? "qualifier" : name + "Qualifier"] = .string(qualifier.rawValue)
    }
  }

  private static func number(_ value: Double) -> Value {
    value.rounded() == value && abs(value) < 9e15 ? .integer(Int64(value)) : .float(value)
  }
}

/// The numbers that a statement of a quantity leaves possible.
struct NumberInterval {
  /// "about" allows this share up and down.
  private static let tolerance = 0.2
  /// Shares of a whole are known better.
  private static let toleranceOfShare = 0.1

  var low: Double
  var high: Double

  init(_ minimum: Double, _ maximum: Double, qualifier: String?, isShare: Bool = false) {
    (low, high) = (minimum, maximum)
    switch qualifier {
    case "at least": high = .infinity
    case "at most": low = 0
    case "about":
      let tolerance = isShare ? Self.toleranceOfShare : Self.tolerance
      low *= 1 - tolerance
      high *= 1 + tolerance
    default: break
    }
  }

  func meets(_ other: NumberInterval) -> Bool { low <= other.high && other.low <= high }

  /// Whether two give the number differently: they do not meet, or one says "at least" what another puts far higher. Both could
  /// be true, but nobody who knew of 400 would say "at least 120".
  func differs(from other: NumberInterval) -> Bool {
    guard meets(other) else { return true }
    guard high == .infinity || other.high == .infinity, low > 0, other.low > 0 else { return false }
    let (smaller, larger) = low < other.low ? (self, other) : (other, self)
    return smaller.high == .infinity && larger.low >= smaller.low * Self.farFromFloor
  }

  /// So many times a "more than" another number is of other knowledge.
  private static let farFromFloor = 1.4

  /// 4 for 4,000,000 where millions are spoken of.
  func scaled(by factor: Double) -> NumberInterval { NumberInterval(low * factor, high * factor, qualifier: nil) }

  /// A number that stands for all; the end that there is where the other is open.
  var middle: Double { high == .infinity ? low : low == 0 ? high : (low + high) / 2 }
}

extension Quantity {
  /// Nil for a quantity that is only a word ("scores").
  var interval: NumberInterval? {
    guard let low = value ?? minimum, let high = value ?? maximum else { return nil }
    return NumberInterval(low, high, qualifier: qualifier?.rawValue, isShare: unit == "percent")
  }
}
