import Foundation

/// How many threads want a processor, looked up now and then: Linux says so in `/proc/loadavg`. Elsewhere nobody knows.
struct ProcessorLoad {
  /// A look-up takes some microseconds.
  private static let intervalNanoseconds: UInt64 = 5_000_000

  private let processorCount = sysconf(Int32(_SC_NPROCESSORS_ONLN))
  private let file: FileHandle? = FileHandle(forReadingAtPath: "/proc/loadavg")
  private var lookedUp: UInt64 = 0
  private var leavesProcessorsIdle = false

  /// True if no more threads are ready to run, the asking one among them, than there are processors, of which there are several.
  mutating func leavesProcessorsIdle(at now: UInt64) -> Bool {
    guard now &- lookedUp > Self.intervalNanoseconds else { return leavesProcessorsIdle }
    lookedUp = now
    leavesProcessorsIdle = processorCount > 1 && runnableCount.map { $0 <= processorCount } ?? false
    return leavesProcessorsIdle
  }

  /// The number before the slash in `0.20 0.18 0.12 1/80 11206`.
  private var runnableCount: Int? {
    guard let file else { return nil }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = pread(file.fileDescriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    let fields = bytes[..<count].split(separator: UInt8(ascii: " "))
    guard fields.count > 3 else { return nil }
    return Int(String(decoding: fields[3].prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self))
  }
}
