/// How the CSV files are written: for programs, or for the spreadsheets of an office.
public struct CSVFormat: Sendable {
  public enum Profile: String, Sendable, CaseIterable {
    /// UTF-8, no byte order mark, LF.
    case machine
    /// UTF-8 with byte order mark, CRLF; a text that a spreadsheet would take for a formula begins with an apostrophe.
    case excel
    /// Windows-31J, CRLF; a character that it has not is written 〓 and reported.
    case cp932
  }

  /// The language of the header.
  public enum Headers: String, Sendable, CaseIterable {
    case en, ja
  }

  public var profile: Profile
  public var headers: Headers

  public init(profile: Profile = .machine, headers: Headers = .en) {
    self.profile = profile
    self.headers = headers
  }

  /// The column's name in the header.
  func name(of column: ColumnSchema) -> String { headers == .ja ? column.japaneseName : column.name }

  /// The names in the header of some of a table's columns.
  func names(_ columns: [String], in table: TableSchema) -> [String] {
    columns.compactMap { name in table.columns.first { $0.name == name } }.map(self.name)
  }

  var lineEnd: String { profile == .machine ? "\n" : "\r\n" }

  /// The encoding's name as IANA, Frictionless and Python know it.
  var encoding: String { profile == .cp932 ? "cp932" : "utf-8" }
}

/// A cell of a CSV file in which characters could not be written.
public struct CSVReplacement: Sendable, Equatable {
  /// Path in the dataset.
  public var file: String
  /// From 1, the header being row 1, as a spreadsheet counts.
  public var row: Int
  /// The column's name.
  public var column: String
  /// What was written as 〓.
  public var characters: [Unicode.Scalar]

  /// The characters as `U+1F600`, parted by blanks.
  var characterNames: String {
    characters.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }

  /// What happened, for people.
  public var message: String {
    "\(file): row \(row), column \(column): \(characterNames) is not in CP932, written as 〓"
  }
}
