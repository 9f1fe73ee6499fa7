import Foundation

/// A run of `CrashWriter`, or of another program beside the tests, with its standard output on a pipe.
final class ChildProcess {
  private let identifier: pid_t
  private let output: Int32
  private var isReaped = false

  /// Nil where the program has not been built beside the tests.
  static let program = built("CrashWriter")
  static let reader = built("ForgedFileReader")

  private static func built(_ name: String) -> String? {
    let here = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let invoked = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return [here, invoked].map { $0.appendingPathComponent(name).path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  convenience init(_ arguments: [String]) throws { try self.init(Self.program!, arguments) }

  init(_ program: String, _ arguments: [String]) throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw POSIXError(.EPIPE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, program, &actions, nil, &words, environ)
    close(ends[1])
    guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: status) ?? .ENOENT) }
    identifier = child
    output = ends[0]
  }

  deinit {
    kill()
    close(output)
  }

  /// Waits for the next bytes, at most so long; nil when there are none.
  func read(timeoutMilliseconds: Int32) -> String? {
    var entry = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, timeoutMilliseconds) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(output, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// What the process says until it ends by itself, or until it has been silent for so long.
  func readToEnd(timeoutMilliseconds: Int32) -> String {
    var said = ""
    while let more = read(timeoutMilliseconds: timeoutMilliseconds) { said += more }
    return said
  }

  /// Whether the process has ended, as far as it has said so by closing its output.
  var hasEnded: Bool {
    var entry = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0 && entry.revents & Int16(POLLHUP) != 0
  }

  /// Ends the process at once and gives what it had still said.
  @discardableResult
  func kill() -> String {
    guard !isReaped else { return "" }
    Glibc.kill(identifier, SIGKILL)
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
    isReaped = true
    var rest = ""
    while let more = read(timeoutMilliseconds: 0) { rest += more }
    return rest
  }
}
