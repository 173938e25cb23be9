/// A program that does comparable work on the same bytes.
struct Rival {
  var program: String
  /// What stands before the name of the file.
  var arguments: [String]
  /// What it is called in the figures, and what the own work beside it is called.
  var name: String
  var ownName: String
  /// How to get it where it is missing.
  var package: String

  init(for work: BenchmarkOptions.Work) {
    switch work {
    case .extraction:
      self.init("cmark", [], name: "cmark, Markdown to HTML", ownName: "keikaku, bytes to JSON", package: "cmark")
    case .mentions:
      self.init(
        "grep", ["-cE", Self.eraDates], name: "grep -cE, era dates", ownName: "keikaku, mentions", package: "grep")
    }
  }

  /// The years of the eras as plans write them and as mentions are found: 平成27年, 令和元, Ｈ２７, R 6.
  private static let eraDates = "(明治|大正|昭和|平成|令和|[MTSHR]|Ｍ|Ｔ|Ｓ|Ｈ|Ｒ)[ 　]*([0-9０１２３４５６７８９]+|元)"

  private init(_ program: String, _ arguments: [String], name: String, ownName: String, package: String) {
    self.program = program
    self.arguments = arguments
    self.name = name
    self.ownName = ownName
    self.package = package
  }
}
