import Foundation
import Keikaku
import Testing

@testable import KeikakuExport

/// `Output` is what the README's command makes of `Samples`: byte for byte, the database by its rows.
@Suite struct OutputTests {
  @Test func theCommittedDatasetIsFresh() async throws {
    let output = Snapshot.package.appending(path: "Output")
    let made = try TemporaryFolder()
    let inputs = InputList(paths: [Snapshot.package.appending(path: "Samples").path])
    _ = try await DatasetBuilder(jobs: 2).build(inputs, output: made.path) { _ in }
    var expected = try made.files()
    var committed = try Self.files(below: output)
    let name = SQLiteWriter.fileName
    if expected[name] != nil, committed[name] != nil {
      let isSame = try DatabaseRows(made.path) == DatabaseRows(output.path)
      (expected[name], committed[name]) = (Data(), isSame ? Data() : nil)
    }
    guard committed != expected else { return }
    if Snapshot.isRecording {
      _ = try await DatasetBuilder(jobs: 2).build(inputs, output: output.path) { _ in }
      Issue.record("Output was recorded; run the tests again without RECORD_SNAPSHOTS")
    } else {
      let stale = Set(expected.keys).union(committed.keys).filter { expected[$0] != committed[$0] }.sorted()
      Issue.record("Output is stale in \(stale.joined(separator: ", ")); run: RECORD_SNAPSHOTS=1 swift test")
    }
  }

  private static func files(below folder: URL) throws -> [String: Data] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else { return [:] }
    return names.reduce(into: [:]) { files, name in
      if let data = FileManager.default.contents(atPath: folder.appending(path: name).path) { files[name] = data }
    }
  }
}
