/// Help in the look of Swift's command-line tools, made from the commands' declarations.
struct HelpText {
  /// What the program can do, in the order of the help.
  let commands: [Command]
  /// How wide the text may be.
  var columns = 80
  private let labelColumns = 26

  /// The help of the program.
  func overview() -> String {
    let entries = commands.map { entry($0.name, $0.abstract) }.joined()
    return """
      OVERVIEW: Turn the text of Japanese municipal plans into data.

      USAGE: keikaku <subcommand>

      OPTIONS:
      \(entry("--version", "Show the version."))\(entry("-h, --help", "Show help information."))
      SUBCOMMANDS:
      \(entries)
        See 'keikaku help <subcommand>' for detailed help.

      """
  }

  /// The help of one command.
  func text(of command: Command) -> String {
    var text = wrap("OVERVIEW: \(command.abstract)", indent: 0) + "\n"
    if !command.discussion.isEmpty {
      let paragraphs = command.discussion.split(separator: "\n", omittingEmptySubsequences: false)
      text += "\n" + paragraphs.map { wrap(String($0), indent: 0) }.joined(separator: "\n") + "\n"
    }
    text += "\nUSAGE: \(usage(of: command))\n"
    if !command.operands.isEmpty {
      text += "\nARGUMENTS:\n" + command.operands.map { entry("<\($0.name)>", $0.help) }.joined()
    }
    return text + "\nOPTIONS:\n" + command.allOptions.map { entry(label(of: $0), description(of: $0)) }.joined() + "\n"
  }

  /// The message for wrong usage, with the usage and where to read more.
  func message(for error: UsageError) -> String {
    let command = commands.first { $0.name == error.command }
    return """
      Error: \(error.message)
      Usage: \(command.map(usage(of:)) ?? "keikaku <subcommand>")
        See '\(command.map { "keikaku \($0.name)" } ?? "keikaku") --help' for more information.

      """
  }

  func usage(of command: Command) -> String {
    let operands = command.operands.map { operand in
      switch operand.count {
      case .one: "<\(operand.name)>"
      case .optional: "[<\(operand.name)>]"
      case .oneOrMore: "<\(operand.name)> ..."
      }
    }
    let options = command.options.map { option in
      let text = "--\(option.name)" + (option.value.map { " <\($0)>" } ?? "") + (option.repeats ? " ..." : "")
      return option.isRequired ? text : "[\(text)]"
    }
    return (["keikaku \(command.name)"] + operands + options).joined(separator: " ")
  }

  func label(of option: Command.Option) -> String {
    (option.short.map { "-\($0), " } ?? "") + "--\(option.name)" + (option.value.map { " <\($0)>" } ?? "")
  }

  func description(of option: Command.Option) -> String {
    let values = option.choices.isEmpty ? nil : "values: \(option.choices.joined(separator: ", "))"
    let standard = option.standard.map { "default: \($0)" }
    let extra = [values, standard].compactMap(\.self).joined(separator: "; ")
    return option.help + (extra.isEmpty ? "" : " (\(extra))")
  }

  private func entry(_ label: String, _ help: String) -> String {
    let body = wrap(help, indent: labelColumns)
    let isLong = label.displayColumns + 3 > labelColumns
    let gap = String(repeating: " ", count: max(0, labelColumns - 2 - label.displayColumns))
    return "  \(label)" + (isLong ? "\n\(body)\n" : gap + body.dropFirst(labelColumns) + "\n")
  }

  /// Breaks a text at blanks into lines no wider than the columns.
  private func wrap(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.displayColumns + 1 + word.displayColumns + indent <= columns {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { margin + $0 }.joined(separator: "\n")
  }
}

extension StringProtocol {
  /// How many columns of a terminal the text takes: two for a full-width letter.
  var displayColumns: Int {
    unicodeScalars.reduce(0) { columns, scalar in
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        columns + 2
      default: columns + (scalar.properties.generalCategory == .nonspacingMark ? 0 : 1)
      }
    }
  }
}
