import Foundation
import Testing

@testable import KeikakuExport

@Suite struct InputListTests {
  @Test(arguments: [
    ("plan.txt", "*.txt", true), ("plan.txt", "*.md", false), ("a.text", "?.te*t", true), ("", "*", true),
    ("abc", "a?c", true), ("abc", "a?", false), ("計画.text", "計*", true),
  ])
  func patterns(_ name: String, _ pattern: String, _ matches: Bool) {
    #expect(InputList.matches(name, pattern) == matches)
  }

  @Test func findsPlansAndListsWhatItLeaves() throws {
    let folder = try TemporaryFolder([
      "b.txt": "b", "a.md": "a", "README.md": "r", ".hidden.txt": "h", "x.csv": "x", "sub/c.HTML": "c",
      "out/d.txt": "d",
    ])
    let list = InputList(paths: [folder.path + "/", folder.path + "/b.txt"], excluding: folder.path + "/out")
    #expect(list.inputs.map(\.name) == ["a.md", "b.txt", "sub/c.HTML"])
    #expect(list.skipped.map(\.file) == [".hidden.txt", "README.md", "x.csv", "b.txt"])
    #expect(list.skipped.map { $0.given != nil } == [false, false, false, true])
    #expect(InputList(paths: [folder.path], included: ["*.CSV"]).inputs.map(\.name).contains("x.csv"))
  }

  @Test func linksInACircleEnd() throws {
    let folder = try TemporaryFolder(["a.txt": "a"])
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
    #expect(InputList(paths: [folder.path]).inputs.map(\.name) == ["a.txt"])
  }

  @Test func foldersTooDeepAreRefused() throws {
    let deep = Array(repeating: "d", count: 101).joined(separator: "/")
    let folder = try TemporaryFolder(["a.txt": "a", "\(deep)/b.txt": "b"])
    let list = InputList(paths: [folder.path])
    #expect(list.inputs.map(\.name) == ["a.txt"])
    #expect(list.failed.map(\.reason) == ["lies more than 100 folders deep"])
  }

  @Test func whatIsNotThereFails() {
    let list = InputList(paths: ["/nowhere/plan.xyz"])
    #expect(list.failed.map(\.file) == ["plan.xyz"])
    #expect(list.failed.first?.given == "/nowhere/plan.xyz")
  }
}
