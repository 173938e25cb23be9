/// The arguments of a command, taken apart.
struct ParsedArguments: Sendable, Equatable {
  var operands: [String] = []
  /// By the option's name; a flag's values are empty texts.
  var options: [String: [String]] = [:]

  func isSet(_ name: String) -> Bool { options[name] != nil }

  /// The last value given.
  func value(_ name: String) -> String? { options[name]?.last }

  func values(_ name: String) -> [String] { options[name] ?? [] }
}

/// Wrong usage, with what may have been meant.
struct UsageError: Error, Equatable {
  var message: String
  /// The command whose usage is shown; nil for the program.
  var command: String?

  init(_ message: String, command: String? = nil, nearest: String? = nil) {
    self.message = message + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    self.command = command
  }
}
