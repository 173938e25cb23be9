import Foundation
import Testing

@testable import KeikakuCommand

@Suite struct CommandReferenceTests {
  @Test func theCommittedReferenceIsFresh() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/Commands.md")
    guard (try? String(contentsOf: file, encoding: .utf8)) != CommandReference.text else { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try CommandReference.text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("Documentation/Commands.md was recorded; run the tests again without RECORD_SNAPSHOTS")
    } else {
      Issue.record("Documentation/Commands.md is stale; run: RECORD_SNAPSHOTS=1 swift test")
    }
  }
}
