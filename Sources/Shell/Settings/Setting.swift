import Graph

/// A setting by name, as `:set` shows and changes it.
struct Setting: Sendable {
  var name: String
  var help: String
  /// What can be given, for help and completion.
  var values: [String]
  var read: @Sendable (ShellSettings) -> String
  /// False if the text is no value of this setting.
  var write: @Sendable (inout ShellSettings, String) -> Bool

  static let all: [Setting] = [
    Setting(
      name: "mode", help: "how results are written", values: OutputMode.allCases.map(\.rawValue), read: { $0.mode.rawValue },
      write: { settings, text in
        guard let mode = OutputMode(rawValue: text.lowercased()) else { return false }
        settings.mode = mode
        return true
      }),
    number("max_rows", "rows shown of a long result; 0 shows all", \.maxRows),
    number("max_width", "cells that a table may be wide; 0 asks the terminal", \.maxWidth),
    Setting(
      name: "null", help: "what null looks like in a table", values: [], read: { $0.nullText },
      write: { settings, text in
        settings.nullText = text
        return true
      }),
    flag("timing", "the time of each statement is shown", \.showsTiming),
    flag("ids", "nodes and relationships show their internal id", \.showsIDs),
    Setting(
      name: "timeout", help: "seconds that a statement may take; 0 is no limit", values: [],
      read: { Value.float($0.timeLimitSeconds).literal },
      write: { settings, text in
        guard let seconds = Double(text), seconds >= 0, seconds.isFinite else { return false }
        settings.timeLimitSeconds = seconds
        return true
      }),
    flag("fail_fast", "a script ends at the first failure", \.stopsAtFailure),
    flag("quiet", "neither counts nor warnings are shown", \.isQuiet),
  ]

  static func named(_ name: String) -> Setting? {
    all.first { $0.name == name.lowercased() }
  }

  private static func flag(_ name: String, _ help: String, _ path: WritableKeyPath<ShellSettings, Bool> & Sendable) -> Setting {
    Setting(
      name: name, help: help, values: ["on", "off"], read: { $0[keyPath: path] ? "on" : "off" },
      write: { settings, text in
        switch text.lowercased() {
        case "on", "true", "yes", "1": settings[keyPath: path] = true
        case "off", "false", "no", "0": settings[keyPath: path] = false
        default: return false
        }
        return true
      })
  }

  private static func number(_ name: String, _ help: String, _ path: WritableKeyPath<ShellSettings, Int> & Sendable) -> Setting {
    Setting(
      name: name, help: help, values: [], read: { String($0[keyPath: path]) },
      write: { settings, text in
        guard let number = Int(text), number >= 0 else { return false }
        settings[keyPath: path] = number
        return true
      })
  }
}
