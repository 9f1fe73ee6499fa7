import Foundation
import Testing

/// The pages that a newcomer reads, against the house they describe.
@Suite struct DocumentationTests {
  static let pages = Checkout.files(below: "", ending: ".md")

  @Test func `every link to a file resolves`() throws {
    for page in Self.pages {
      let folder = page.split(separator: "/").dropLast().joined(separator: "/")
      for match in try Checkout.text(page).matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) {
        let link = String(match.1)
        if link.contains("://") || link.hasPrefix("mailto:") { continue }
        let path = folder.isEmpty ? link : "\(folder)/\(link)"
        #expect(Checkout.exists(path), "\(page) links to \(link)")
      }
    }
  }

  @Test func `every sub-command is in the README`() throws {
    let readme = try Checkout.text("README.md")
    var found = 0
    for file in Checkout.files(below: "Sources/dossier", ending: ".swift") {
      for match in try Checkout.text(file).matches(of: /commandName: "([a-z]+)"/) where match.1 != "dossier" {
        #expect(readme.contains("dossier \(match.1)"), "README does not show `dossier \(match.1)`")
        found += 1
      }
    }
    #expect(found >= 6, "the sub-commands are no longer found by this test")
  }

  @Test func `every query script says in its first line what it answers`() throws {
    let scripts = Checkout.files(below: "Scripts", ending: ".cypher")
    #expect(scripts.count >= 6)
    for script in scripts {
      #expect(try Checkout.text(script).hasPrefix("// "), "\(script) has no head comment")
    }
  }

  @Test func `every room is on the architecture page`() throws {
    let page = try Checkout.text("Sources/dossier/Documentation.docc/Architecture.md")
    for room in ArrowTests.rooms { #expect(page.contains("`\(room)`"), "\(room)") }
  }
}
