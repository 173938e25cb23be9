/// A command as it is declared: the one table from which the parser, the help and the command reference are made.
struct Command: Sendable {
  struct Operand: Sendable {
    enum Count: Sendable {
      case one, optional, oneOrMore
    }
    var name: String
    var count: Count
    var help: String
  }

  struct Option: Sendable {
    /// Without its dashes.
    var name: String
    var short: Character?
    /// What stands for the value in help; nil makes it a flag.
    var value: String?
    var help: String
    /// The values that are taken; empty for any.
    var choices: [String] = []
    var standard: String?
    var isRequired = false
    var repeats = false
  }

  var name: String
  /// One line.
  var abstract: String
  /// A paragraph or more for the command's own help.
  var discussion = ""
  var operands: [Operand] = []
  var options: [Option] = []
  var run: @Sendable (ParsedArguments, Console) throws -> ExitStatus

  /// The options with the one that every command has.
  var allOptions: [Option] { options + [Self.help] }

  static let help = Option(name: "help", short: "h", help: "Show help information.")
  static let quiet = Option(name: "quiet", short: "q", help: "Print no diagnostics, only failures.")
  static let verbose = Option(name: "verbose", short: "v", help: "Print notes as well as warnings.")
  static let ownerLocked = Option(
    name: "read-owner-locked", help: "Read PDF files whose owner forbids copying, where you have the right to.")
  static let vocabulary = Option(
    name: "vocabulary", value: "file",
    help: "Match indicators with this vocabulary (CSV with code, name, aliases, ...) instead of the program's own.")
  static let lexicon = Option(
    name: "lexicon", value: "file",
    help: "Add the words of this file (JSON) to those by which headings, columns and units are known.")
  static let encoding = Option(
    name: "encoding", value: "name",
    help: "Decode as this encoding (utf-8, windows-31j, euc-jp, ...) instead of looking at the bytes.")
}
