import KeikakuExport

/// The program from its arguments to its exit status.
enum Program {
  static func run(_ arguments: [String], console: Console = Console()) -> ExitStatus {
    do {
      return try dispatch(arguments, console)
    } catch let error as UsageError {
      console.error(help(console.errorColumns).message(for: error))
      return .usage
    } catch let failure as CommandFailure {
      if let message = failure.message { console.error("Error: \(message.withoutControls)\n") }
      return failure.status
    } catch {
      console.error("Error: \(error)\n")
      return .bug
    }
  }

  private static func dispatch(_ arguments: [String], _ console: Console) throws -> ExitStatus {
    let help = help(console.outputColumns)
    guard let first = arguments.first else {
      console.error(help.overview())
      return .usage
    }
    switch first {
    case "--version":
      try console.write("keikaku \(toolVersion)\n")
      return .success
    case "--help", "-h":
      try console.write(help.overview())
      return .success
    case "help":
      try console.write(try text(of: arguments.dropFirst().first, help))
      return .success
    default:
      return try run(try command(named: first), Array(arguments.dropFirst()), console)
    }
  }

  private static func run(_ command: Command, _ arguments: [String], _ console: Console) throws -> ExitStatus {
    let parser = ArgumentParser(command: command)
    if parser.asksForHelp(arguments) {
      try console.write(help(console.outputColumns).text(of: command))
      return .success
    }
    return try command.run(try parser.parse(arguments), console)
  }

  private static func help(_ columns: Int) -> HelpText { HelpText(commands: Command.all, columns: columns) }

  private static func text(of name: String?, _ help: HelpText) throws -> String {
    guard let name, !["--help", "-h", "help"].contains(name) else { return help.overview() }
    return help.text(of: try command(named: name))
  }

  private static func command(named name: String) throws -> Command {
    if let command = Command.all.first(where: { $0.name == name }) { return command }
    if name.hasPrefix("-"), name != "-" {
      throw UsageError("Unknown option '\(name)'", nearest: name.nearest(among: ["--help", "--version"]))
    }
    throw UsageError("Unknown subcommand '\(name)'", nearest: name.nearest(among: Command.all.map(\.name)))
  }
}
