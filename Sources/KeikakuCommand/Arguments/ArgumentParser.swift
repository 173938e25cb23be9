/// Takes the arguments of one command apart by its declaration.
///
/// `--name value`, `--name=value`, `-n value`, `-nvalue`, bundled flags, `--` before operands, `-` as an operand, options
/// after operands.
struct ArgumentParser {
  let command: Command

  /// Whether help is asked for, be the other arguments right or wrong.
  func asksForHelp(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  func parse(_ arguments: [String]) throws -> ParsedArguments {
    var parsed = ParsedArguments()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        parsed.operands += rest
        break
      }
      if argument.hasPrefix("--") {
        try parseLong(argument.dropFirst(2), &rest, &parsed)
      } else if argument.hasPrefix("-"), argument != "-" {
        try parseShort(argument.dropFirst(), &rest, &parsed)
      } else {
        parsed.operands.append(argument)
      }
    }
    try check(parsed)
    return parsed
  }

  private func parseLong(
    _ text: Substring, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
  ) throws {
    let pieces = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(pieces[0])
    guard let option = command.allOptions.first(where: { $0.name == name }) else {
      let known = command.allOptions.map { "--\($0.name)" }
      throw usage("Unknown option '--\(name)'", nearest: "--\(name)".nearest(among: known))
    }
    guard option.value != nil else {
      if pieces.count > 1 { throw usage("The option '--\(name)' takes no value") }
      return parsed.options[name, default: []].append("")
    }
    try take(pieces.count > 1 ? String(pieces[1]) : next(&rest), for: option, &parsed)
  }

  private func parseShort(
    _ letters: Substring, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
  ) throws {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let option = command.allOptions.first(where: { $0.short == letter }) else {
        throw usage("Unknown option '-\(letter)'")
      }
      guard option.value != nil else {
        parsed.options[option.name, default: []].append("")
        continue
      }
      if letters.first == "=" { letters.removeFirst() }
      return try take(letters.isEmpty ? next(&rest) : String(letters), for: option, &parsed)
    }
  }

  /// The next argument, if it can be a value: no option, though perhaps a negative number or a lone dash.
  private func next(_ rest: inout ArraySlice<String>) -> String? {
    guard let first = rest.first else { return nil }
    let isOption = first.hasPrefix("-") && first != "-" && Double(first) == nil
    return isOption ? nil : rest.popFirst()
  }

  private func take(_ value: String?, for option: Command.Option, _ parsed: inout ParsedArguments) throws {
    guard let value else { throw usage("Missing value for '--\(option.name) <\(option.value ?? "value")>'") }
    guard option.choices.isEmpty || option.choices.contains(value) else {
      throw usage(
        "The value '\(value)' is invalid for '--\(option.name)'; it is one of \(option.choices.joined(separator: ", "))",
        nearest: value.nearest(among: option.choices))
    }
    if !option.repeats, parsed.isSet(option.name) { throw usage("The option '--\(option.name)' is given twice") }
    parsed.options[option.name, default: []].append(value)
  }

  private func check(_ parsed: ParsedArguments) throws {
    for option in command.options where option.isRequired && !parsed.isSet(option.name) {
      throw usage("Missing expected option '--\(option.name) <\(option.value ?? "value")>'")
    }
    let takesMany = command.operands.contains { $0.count == .oneOrMore }
    if !takesMany, parsed.operands.count > command.operands.count {
      throw usage("Unexpected argument '\(parsed.operands[command.operands.count])'")
    }
    let needed = command.operands.filter { $0.count != .optional }
    if parsed.operands.count < needed.count {
      throw usage("Missing expected argument '<\(needed[parsed.operands.count].name)>'")
    }
  }

  private func usage(_ message: String, nearest: String? = nil) -> UsageError {
    UsageError(message, command: command.name, nearest: nearest)
  }
}
