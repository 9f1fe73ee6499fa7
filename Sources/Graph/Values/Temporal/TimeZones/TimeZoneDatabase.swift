#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The time zones of the operating system: the compiled files under `TZDIR` or, where that is not set, the usual folders.
///
/// Each zone is read when it is first asked for and kept; `MergedZones` says which take their history before 1970 from another.
/// Safe from any thread.
public final class TimeZoneDatabase: @unchecked Sendable {
  public static let system = TimeZoneDatabase(
    folders: getenv("TZDIR").map { [String(cString: $0)] } ?? [
      "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo",
    ])

  private let folders: [String]
  private var zones: [String: TimeZoneRules] = [:]
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  /// The database of the first of `folders` that has the zone asked for.
  public init(folders: [String]) {
    self.folders = folders
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// The rules of a zone by its IANA name. Throws `unknownTimeZone`, which also says where no folder has any zone at all.
  public func rules(named name: String) throws(ValueError) -> TimeZoneRules {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if let known = zones[name] { return known }
    guard Self.isPlausible(name) else { throw .unknownTimeZone("\"\(name)\" is not the name of a time zone") }
    if var rules = storedRules(name) {
      if let target = MergedZones.target(of: name), let history = storedRules(target) {
        rules = rules.replacingHistory(by: history)
      }
      zones[name] = rules
      return rules
    }
    guard folders.contains(where: { access($0, R_OK) == 0 }) else {
      throw .unknownTimeZone(
        "no time zone data in \(folders.joined(separator: ", ")): install the package tzdata or set TZDIR")
    }
    throw .unknownTimeZone("there is no time zone \"\(name)\"")
  }

  private func storedRules(_ name: String) -> TimeZoneRules? {
    for folder in folders {
      if let bytes = Self.contents(of: folder + "/" + name), let rules = TimeZoneFile.rules(named: name, from: bytes) {
        return rules
      }
    }
    return nil
  }

  /// Names come from queries: nothing that could leave the folder, nothing that is a file but not a zone by its name.
  private static func isPlausible(_ name: String) -> Bool {
    guard let first = name.utf8.first, first | 0x20 >= UInt8(ascii: "a"), first | 0x20 <= UInt8(ascii: "z") else { return false }
    let isSpelt = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"): true
      default: false
      }
    }
    return isSpelt && name.utf8.count < 100 && !name.hasSuffix("/")
  }

  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
