extension Command {
  /// Every command, in the order of the help.
  static let all: [Command] = [
    ExtractCommand.declaration, BuildCommand.declaration, NormalizeCommand.declaration,
    CompareCommand.declaration, SchemaCommand.declaration,
  ]
}
