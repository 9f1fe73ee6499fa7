import Foundation
import Testing

/// The arrows between rooms, as Package.swift draws them, against what the sources import.
@Suite struct ArrowTests {
  /// What the platform gives; everything else needs an arrow.
  static let platform: Set = ["Glibc", "Musl", "Darwin", "Synchronization", "Dispatch"]
  /// Rooms that may lean on Foundation: none that a library user would link into a small program.
  static let roomsWithFoundation: Set = ["dossier"]

  static let rooms = [
    "Linguistics", "Graph", "GraphAlgorithms", "GraphStorage", "Cypher", "Query", "Documents", "Interchange", "Shell", "dossier",
  ]

  /// The dependencies that the manifest gives to a target, by the target's name.
  static func arrows() throws -> [String: Set<String>] {
    let manifest = try Checkout.text("Package.swift")
    var arrows: [String: Set<String>] = [:]
    for declaration in manifest.components(separatedBy: "arget(").dropFirst() {
      let strings = declaration.matches(of: /"([^"]+)"/).map { String($0.1) }
      guard let name = strings.first else { continue }
      let list = declaration.components(separatedBy: "dependencies: [").dropFirst().first?
        .components(separatedBy: "\n    .").first
      arrows[name] = Set((list ?? "").matches(of: /"([^"]+)"/).map { String($0.1) })
    }
    return arrows
  }

  @Test("a room imports only what it has an arrow to", arguments: rooms)
  func importsFollowArrows(room: String) throws {
    var allowed = try #require(try Self.arrows()[room]).union(Self.platform)
    if Self.roomsWithFoundation.contains(room) { allowed.insert("Foundation") }
    for file in Checkout.files(below: "Sources/\(room)", ending: ".swift") {
      for line in try Checkout.text(file).split(separator: "\n") where line.contains("import ") {
        let pattern = /^\s*(?:@\w+ )*(?:public |internal |package )?import (?:\w+ )??(\w+)/
        guard let match = line.firstMatch(of: pattern) else { continue }
        #expect(allowed.contains(String(match.1)), "\(file) imports \(match.1), to which \(room) has no arrow")
      }
    }
  }

  @Test func `every room of the house is in the manifest`() throws {
    let arrows = try Self.arrows()
    for room in Self.rooms { #expect(arrows[room] != nil, "\(room)") }
  }

  @Test func `no arrow goes back`() throws {
    let arrows = try Self.arrows()
    for (position, room) in Self.rooms.enumerated() {
      for target in arrows[room] ?? [] {
        guard let other = Self.rooms.firstIndex(of: target) else { continue }
        #expect(other < position, "\(room) points at \(target)")
      }
    }
  }
}
