/// How a function is called: enough to check a call, to complete a name and to help a person.
public struct FunctionSignature: Sendable {
  public struct Parameter: Sendable {
    public var name: String
    /// What it takes; an argument that cannot be any of these is refused before the statement runs.
    public var types: [StaticType]
    public var isOptional: Bool
  }

  /// The canonical spelling; calls are matched without regard to case.
  public var name: String
  private let parameterText: String
  public var result: StaticType
  public var isAggregate: Bool
  /// True if two calls with the same arguments may differ within one statement.
  public var isVolatile: Bool
  /// One sentence.
  public var summary: String

  public var minimumArgumentCount: Int { parameters.filter { !$0.isOptional }.count }
  /// Nil where there is no limit.
  public var maximumArgumentCount: Int? { isVariadic ? nil : parameters.count }

  /// `name(parameter :: TYPE, …) :: TYPE`; optional parameters in brackets.
  public var signatureText: String {
    var texts: [String] = []
    for parameter in parameters {
      let type = parameter.types.map(\.signatureText).joined(separator: " | ")
      let text = "\(parameter.name) :: \(type)"
      texts.append(parameter.isOptional ? "[\(text)]" : text)
    }
    if isVariadic { texts.append("…") }
    return "\(name)(\(texts.joined(separator: ", "))) :: \(result.signatureText)"
  }
}

extension FunctionSignature {
  /// - Parameter parameters: as `name: TYPE|TYPE, [optional: TYPE], …` – the three dots for any number.
  init(
    _ name: String, _ parameters: String, _ result: StaticType, _ summary: String, isAggregate: Bool = false,
    isVolatile: Bool = false
  ) {
    self.name = name
    self.result = result
    self.summary = summary
    self.isAggregate = isAggregate
    self.isVolatile = isVolatile
    parameterText = parameters
  }

  /// Read from the text when they are asked for: a session calls few of all functions, and begins with none.
  public var parameters: [Parameter] {
    parameterText.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      let pieces = part.split(separator: UInt8(ascii: ":"))
      guard pieces.count == 2 else {
        precondition(Self.word(part) == Self.ellipsis, "the parameters \(parameterText) of \(name) lack a type")
        return nil
      }
      let types = pieces[1].split(separator: UInt8(ascii: "|")).map { text in
        guard let type = StaticType(name: Self.word(text)) else {
          preconditionFailure("\(name) has a parameter of no known type")
        }
        return type
      }
      return Parameter(name: Self.word(pieces[0]), types: types, isOptional: part.contains(UInt8(ascii: "[")))
    }
  }

  /// True if the last parameter may be given any number of times.
  public var isVariadic: Bool { parameterText.hasSuffix(Self.ellipsis) }

  private static let ellipsis = "…"

  /// A text without the blanks and brackets around it.
  private static func word(_ text: Substring.UTF8View) -> String {
    func isAround(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") }
    var text = text.drop(while: isAround)
    while let last = text.last, isAround(last) { text.removeLast() }
    return String(Substring(text))
  }
}

extension StaticType {
  /// The type that signatures call `name`, nil where there is none; element types of lists are left open.
  init?(name: String) {
    switch name {
    case "ANY": self = .any
    case "BOOLEAN": self = .boolean
    case "INTEGER": self = .integer
    case "FLOAT": self = .float
    case "NUMBER": self = .number
    case "STRING": self = .string
    case "MAP": self = .map
    case "NODE": self = .node
    case "RELATIONSHIP": self = .relationship
    case "PATH": self = .path
    case "LIST": self = .list(.any)
    case "TEMPORAL": self = .temporal
    case "DURATION": self = .duration
    default: return nil
    }
  }
}
