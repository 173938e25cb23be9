import Testing

@testable import KeikakuCommand

@Suite struct ArgumentParserTests {
  private let parser = ArgumentParser(
    command: Command(
      name: "try", abstract: "",
      operands: [.init(name: "first", count: .one, help: ""), .init(name: "second", count: .optional, help: "")],
      options: [
        .init(name: "output", short: "o", value: "dir", help: ""), .init(name: "quiet", short: "q", help: ""),
        .init(name: "verbose", short: "v", help: ""), .init(name: "include", value: "p", help: "", repeats: true),
        .init(name: "as", value: "kind", help: "", choices: ["date", "quantity"]),
      ], run: { _, _ in .success }))

  @Test(arguments: [
    ["x", "--output", "d", "-qv"], ["--output=d", "-q", "x", "-v"], ["-od", "-vq", "x"], ["-qvo", "d", "x"],
    ["-qvod", "--", "x"], ["-o=d", "x", "--quiet", "--verbose"],
  ])
  func oneMeaningManySpellings(_ arguments: [String]) throws {
    let parsed = try parser.parse(arguments)
    #expect(parsed.operands == ["x"])
    #expect(parsed.value("output") == "d")
    #expect(parsed.isSet("quiet"))
    #expect(parsed.isSet("verbose"))
  }

  @Test func operandsMayLookLikeOptions() throws {
    #expect(try parser.parse(["-", "--", "--quiet"]).operands == ["-", "--quiet"])
    #expect(try parser.parse(["x", "--output", "-5"]).value("output") == "-5")
    #expect(try parser.parse(["x", "--output="]).value("output") == "")
    #expect(try parser.parse(["x", "--include", "a", "--include=b"]).values("include") == ["a", "b"])
  }

  @Test(arguments: [
    ([], "Missing expected argument '<first>'"), (["x", "y", "z"], "Unexpected argument 'z'"),
    (["x", "--output"], "Missing value for '--output <dir>'"),
    (["x", "-o", "-q"], "Missing value for '--output <dir>'"),
    (["x", "--quite"], "Unknown option '--quite'; did you mean '--quiet'?"), (["x", "-z"], "Unknown option '-z'"),
    (["x", "--quiet=yes"], "The option '--quiet' takes no value"),
    (["x", "-o1", "-o2"], "The option '--output' is given twice"),
    (["x", "--as", "dat"], "The value 'dat' is invalid for '--as'; it is one of date, quantity; did you mean 'date'?"),
  ])
  func wrongUsageIsNamed(_ arguments: [String], _ message: String) {
    #expect(throws: UsageError(message, command: "try")) { try parser.parse(arguments) }
  }

  @Test func helpIsGivenWhateverElseIsWrong() {
    #expect(parser.asksForHelp(["--nonsense", "-h"]))
    #expect(!parser.asksForHelp(["--", "--help"]))
  }

  @Test(arguments: [("biuld", "build"), ("extrat", "extract"), ("zzz", nil), ("x", nil)])
  func misspellings(_ text: String, _ expected: String?) {
    #expect(text.nearest(among: ["build", "extract"]) == expected)
  }
}
