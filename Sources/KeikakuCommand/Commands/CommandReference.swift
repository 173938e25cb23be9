/// The command reference of the documentation, made from the commands' declarations.
enum CommandReference {
  static var text: String {
    let sections = Command.all.map { command in
      "## keikaku \(command.name)\n\n```\n\(HelpText(commands: Command.all, columns: 100).text(of: command).trimmedEnd)\n```\n"
    }
    let statuses = ExitStatus.meanings.map { "| \($0.0.rawValue) | \($0.1) |" }
    return """
      # Commands

      Data goes to standard output, everything else to standard error. This page is generated; a test keeps it fresh.

      \(sections.joined(separator: "\n"))
      ## Exit status

      | status | meaning |
      | --- | --- |
      \(statuses.joined(separator: "\n"))

      """
  }
}

extension String {
  /// The text without line feeds at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
