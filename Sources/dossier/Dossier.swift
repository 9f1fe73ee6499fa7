import Cypher
import ArgumentParser
import CPlatform
import Foundation
import Shell

@main
struct Dossier: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Reads documents into a graph of who did what to whom, who says so and how sure they are, and answers questions.",
    discussion: """
      dossier ingest reports/ --graph news.dossier      reads documents
      dossier news.dossier                              asks at a prompt; :help there
      dossier -c 'MATCH (p:Person) RETURN p.name' news.dossier
      """,
    version: Version.text,
    subcommands: [Repl.self, Ingest.self, Extract.self, Import.self, Export.self, Check.self, Pipe.self],
    defaultSubcommand: Repl.self)

  /// Runs the command line and ends the process with the status that `ExitStatus` documents.
  static func main() {
    platform_ignore_broken_pipe()
    platform_raise_stack_limit(Self.stackByteCount)
    Foundation.exit(status(of: Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Plans are walked by recursion, and the largest that the semantic checks let through needs more than the usual 8 MiB.
  private static let stackByteCount = 120 << 20

  /// The command that the arguments call.
  ///
  /// Where its name comes first it is read without what all the others understand, which would have to be gathered. If that
  /// fails, the whole says why, or gives help.
  static func command(of arguments: [String]) throws -> any ParsableCommand {
    if let pipe = Pipe(plain: arguments) { return pipe }
    let kind = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    // A call for help gives a command of another type.
    if let kind, let command = try? kind.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == kind { return command }
    return try parseAsRoot(arguments)
  }

  private static func status(of arguments: [String]) -> ExitStatus {
    do {
      var command = try command(of: arguments)
      try command.run()
      return .success
    } catch let failure as Failure {
      if !failure.message.isEmpty { StandardError.write("error: \(failure.message)\n") }
      return failure.status
    } catch {
      let text = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        print(text)
        return .success
      }
      if let code = error as? ExitCode { return ExitStatus(rawValue: code.rawValue) ?? .failed }
      // Every complaint of the program begins alike.
      StandardError.write((text.hasPrefix("Error: ") ? "error: " + text.dropFirst("Error: ".count) : text) + "\n")
      return .usage
    }
  }
}
