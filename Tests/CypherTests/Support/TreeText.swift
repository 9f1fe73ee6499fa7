import Cypher

/// A syntax tree as indented text, one node a line, places left out.
enum TreeText {
  static func of(_ statement: Statement) -> String {
    var lines: [String] = []
    write(statement, label: nil, depth: 0, &lines)
    return lines.joined(separator: "\n")
  }

  private static func write(_ value: Any, label: String?, depth: Int, _ lines: inout [String]) {
    let mirror = Mirror(reflecting: value)
    let prefix = String(repeating: "  ", count: depth) + (label.map { "\($0): " } ?? "")
    if let name = value as? Name { return lines.append("\(prefix)`\(name.text)`") }
    switch mirror.displayStyle {
    case .optional:
      if let child = mirror.children.first { write(child.value, label: label, depth: depth, &lines) }
    case .collection:
      if mirror.children.isEmpty { return }
      if let label { lines.append(String(repeating: "  ", count: depth) + label) }
      for child in mirror.children { write(child.value, label: nil, depth: depth + 1, &lines) }
    case .struct:
      writeStruct(mirror, prefix: prefix, depth: depth, &lines)
    case .enum: writeCase(value, mirror, prefix: prefix, depth: depth, &lines)
    default: lines.append("\(prefix)\(String(reflecting: value))")
    }
  }

  private static func writeStruct(_ mirror: Mirror, prefix: String, depth: Int, _ lines: inout [String]) {
    if mirror.children.isEmpty { return lines.append("\(prefix)\(mirror.subjectType)") }
    // A clause and an expression are what their kind is.
    if let kind = mirror.descendant("kind") {
      let kindMirror = Mirror(reflecting: kind)
      return writeCase(kind, kindMirror, prefix: prefix, depth: depth, &lines)
    }
    if mirror.subjectType == SourceSpan.self { return }
    if ["Int", "Int64", "Double", "String", "Bool"].contains("\(mirror.subjectType)") {
      return lines.append("\(prefix)\(mirror)")
    }
    lines.append("\(prefix)\(mirror.subjectType)")
    for child in mirror.children { write(child.value, label: child.label, depth: depth + 1, &lines) }
  }

  private static func writeCase(_ value: Any, _ mirror: Mirror, prefix: String, depth: Int, _ lines: inout [String]) {
    guard let payload = mirror.children.first else { return lines.append("\(prefix)\(value)") }
    let name = payload.label ?? ""
    let payloadMirror = Mirror(reflecting: payload.value)
    if payloadMirror.displayStyle == nil || payload.value is String || payload.value is Int64 || payload.value is Bool {
      return lines.append("\(prefix)\(name) \(String(reflecting: payload.value))")
    }
    lines.append("\(prefix)\(name)")
    if payloadMirror.displayStyle == .tuple {
      for child in payloadMirror.children {
        let label = child.label.flatMap { $0.hasPrefix(".") ? nil : $0 }
        write(child.value, label: label, depth: depth + 1, &lines)
      }
    } else {
      write(payload.value, label: nil, depth: depth + 1, &lines)
    }
  }
}
