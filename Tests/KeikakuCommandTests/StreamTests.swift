import Foundation
import Testing

@testable import KeikakuCommand

@Suite struct StreamTests {
  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["help", "build"], ["build", "--help"], ["extract", "--nonsense", "-h"],
  ])
  func helpGoesToStandardOutput(_ arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("OVERVIEW: "))
    #expect(result.error.isEmpty)
  }

  @Test func wrongUsageIs64() throws {
    for result in [
      try Tool.run(), try Tool.run("biuld"), try Tool.run("--nonsense"), try Tool.run("build", "x"),
      try Tool.run("build", "-", "--output", "y"), try Tool.run("normalize"), try Tool.run("extract", "a", "b"),
      try Tool.run("extract", "--encoding", "klingon", "-"), try Tool.run("help", "biuld"),
      try Tool.run("build", "x", "-o", "y", "-j", "0"),
    ] {
      #expect(result.status == 64)
      #expect(result.output.isEmpty)
      #expect(!result.error.isEmpty)
    }
    #expect(try Tool.run("biuld").error.contains("did you mean 'build'?"))
  }

  @Test func versionIsOneLine() throws {
    let result = try Tool.run("--version")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("keikaku "))
  }

  @Test func badInputIsNamed() throws {
    let folder = try TemporaryFolder([
      "picture.txt": Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [0, 0, 0, 1])
    ])
    for name in ["absent.txt", "picture.txt", "."] {
      let result = try Tool.run("extract", "\(folder.path)/\(name)")
      #expect(result.status == 66, "\(name)")
      #expect(result.output.isEmpty, "\(name)")
      #expect(result.error.hasPrefix("Error: \(folder.path)/\(name): "), "\(result.error)")
    }
    #expect(try Tool.run("extract", "/dev/null").status == 66)
  }

  @Test func aNameSteersNoTerminalAndMakesNoLine() throws {
    let folder = try TemporaryFolder(["a\u{1B}[31m\nError: forged.txt": Data()])
    for arguments in [
      ["extract", "\(folder.path)/a\u{1B}[31m\nError: forged.txt"], ["extract", "absent\u{1B}\nError: forged"],
    ] {
      let result = try Tool.run(arguments)
      #expect(!result.error.contains("\u{1B}"), "\(result.error)")
      #expect(!result.error.contains("\nError: forged"), "\(result.error)")
    }
  }

  @Test func anEmptyFileIsADocumentWithoutContent() throws {
    let folder = try TemporaryFolder(["empty.txt": Data()])
    let result = try Tool.run("extract", "\(folder.path)/empty.txt")
    #expect(result.status == 0)
    #expect(result.output.contains("\"document.empty\""))
    #expect(result.error.contains("warning: "))
    #expect(result.error.contains("[document.empty]"))
  }

  @Test func standardInputIsADocument() throws {
    let result = try Tool.run("extract", "-", "--compact", "-q", input: Data("計画\n".utf8))
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.contains("\"file\":\"stdin\""))
    #expect(result.error.isEmpty)
  }

  @Test func outputThatCannotBeWrittenIs73() throws {
    let folder = try TemporaryFolder(["a.txt": Data("計画\n".utf8), "precious": Data()])
    #expect(try Tool.run("build", "\(folder.path)/a.txt", "--output", folder.path).status == 73)
    #expect(try Tool.run("build", "\(folder.path)/a.txt", "--output", "\(folder.path)/precious").status == 73)
    #expect(try Tool.run("build", "\(folder.path)/a.txt", "--output", "/proc/none/out").status == 73)
  }

  @Test func someFailuresAre1AndAllAre66() throws {
    let folder = try TemporaryFolder(["a.txt": Data("計画\n".utf8)])
    let output = "\(folder.path)/out"
    let some = try Tool.run("build", "\(folder.path)/a.txt", "\(folder.path)/absent.txt", "--output", output)
    #expect(some.status == 1)
    #expect(some.error.contains("absent.txt"))
    #expect(FileManager.default.fileExists(atPath: "\(output)/plans.jsonl"))
    let none = try Tool.run("build", "\(folder.path)/absent.txt", "--output", "\(folder.path)/none")
    #expect(none.status == 66)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/none"))
  }

  @Test func aLineOfNearlyAMegabyteIsRead() throws {
    let folder = try TemporaryFolder(["long.txt": Data(String(repeating: "計画", count: 1 << 17).utf8)])
    #expect(try Tool.run("extract", "\(folder.path)/long.txt", "-q").status == 0)
  }

  @Test func normalizeAnswersEveryLine() throws {
    let result = try Tool.run("normalize", "--as=date", input: Data("令和6年度\nなし\n".utf8))
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 2)
  }

  @Test func diagnosticsHaveNoColourWhereNoTerminalIs() throws {
    let folder = try TemporaryFolder(["empty.txt": Data()])
    #expect(!(try Tool.run("extract", "\(folder.path)/empty.txt").error.contains("\u{1B}")))
  }
}
