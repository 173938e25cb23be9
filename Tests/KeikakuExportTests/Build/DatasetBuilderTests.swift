import Foundation
import Keikaku
import Testing

@testable import KeikakuExport

@Suite struct DatasetBuilderTests {
  private func build(
    _ inputs: TemporaryFolder, _ output: String, jobs: Int = 2
  ) async throws -> DatasetSummary {
    let list = InputList(paths: [inputs.path], excluding: output)
    return try await DatasetBuilder(jobs: jobs).build(list, output: output) { _ in }
  }

  @Test func writesTheFolderOfTheContract() async throws {
    let inputs = try TemporaryFolder(["a.txt": "計画\n", "sub/a.txt": "計画\n", "empty.txt": "", "README": "no"])
    let output = try TemporaryFolder()
    let summary = try await build(inputs, output.path)
    #expect(summary.plans == 3)
    #expect(summary.failed == 0)
    #expect(summary.skipped == 1)
    let files = try output.files()
    let expected =
      [
        "plans.jsonl", "report.json", "datapackage.json", "csv-metadata.json", "dataset.jsonld", "metadata.json",
        "load.sql", "plans.sqlite",
      ] + Dataset.tables.map { "tables/\($0.schema.name).csv" }
    for name in expected { #expect(files[name] != nil, "\(name)") }
    #expect(files.keys.count { $0.hasPrefix("documents/") && $0.hasSuffix(".json") } == 3)
    let plans = try output.text("plans.jsonl").split(separator: "\n")
    #expect(plans.count == 3)
    #expect(try output.text("report.json").contains("\"document.duplicate\":1"))
  }

  @Test func sameBytesUnderTwoNamesAreTwoPlans() async throws {
    let inputs = try TemporaryFolder(["a.txt": "計画\n", "sub/a.txt": "計画\n"])
    let output = try TemporaryFolder()
    _ = try await build(inputs, output.path)
    let ids = CSVReader.rows(try output.text("tables/plans.csv")).dropFirst().map { $0[0] }
    #expect(Set(ids).count == 2)
    for id in ids {
      let json = try JSONSerialization.jsonObject(with: Data(try output.text("documents/\(id).json").utf8))
      #expect((((json as? [String: Any])?["plan"] as? [String: Any])?["id"] as? String) == id)
    }
  }

  @Test func theNumberOfJobsChangesNothing() async throws {
    let inputs = try TemporaryFolder(
      Dictionary(
        uniqueKeysWithValues: (0..<40).map { ("plan\($0).txt", String(repeating: "計画\($0)\n", count: $0 * 20)) }))
    let one = try TemporaryFolder()
    let many = try TemporaryFolder()
    _ = try await build(inputs, one.path, jobs: 1)
    _ = try await build(inputs, many.path, jobs: 7)
    #expect(try one.files() == many.files())
  }

  @Test func aFolderThatIsNotOursIsLeftAlone() async throws {
    let inputs = try TemporaryFolder(["a.txt": "計画\n"])
    let output = try TemporaryFolder(["precious.txt": "mine", "report.json": "{}"])
    await #expect(throws: DatasetBuilder.Failure.self) { _ = try await build(inputs, output.path) }
    #expect(try output.files().keys.sorted() == ["precious.txt", "report.json"])
  }

  @Test func anOldDatasetIsReplacedWhole() async throws {
    let first = try TemporaryFolder(["a.txt": "計画\n"])
    let second = try TemporaryFolder(["b.txt": "別の計画\n"])
    let output = try TemporaryFolder()
    _ = try await build(first, output.path)
    _ = try await build(second, output.path)
    let names = try output.files().keys.filter { $0.hasPrefix("documents/") }
    #expect(names.allSatisfy { $0.hasPrefix("documents/b-") })
    let parent = URL(fileURLWithPath: output.path).deletingLastPathComponent()
    let beside = try FileManager.default.contentsOfDirectory(atPath: parent.path)
    let name = URL(fileURLWithPath: output.path).lastPathComponent
    #expect(!beside.contains { $0.hasPrefix(".\(name)") })
  }

  @Test func anInputInsideTheOutputIsRefused() async throws {
    let inputs = try TemporaryFolder(["a.txt": "計画\n"])
    let output = try TemporaryFolder()
    _ = try await build(inputs, output.path)
    let before = try output.files()
    let list = InputList(paths: [output.path + "/documents"], excluding: output.path)
    await #expect(throws: DatasetBuilder.Failure.self) {
      _ = try await DatasetBuilder(jobs: 1).build(list, output: output.path) { _ in }
    }
    #expect(try output.files() == before)
  }

  @Test func anInterruptedBuildLeavesTheOldDataset() async throws {
    let inputs = try TemporaryFolder(["a.txt": "計画\n"])
    let output = try TemporaryFolder()
    _ = try await build(inputs, output.path)
    let before = try output.files()
    var builder = DatasetBuilder(jobs: 1)
    builder.isInterrupted = { true }
    let list = InputList(paths: [inputs.path])
    await #expect(throws: DatasetBuilder.Failure.self) {
      _ = try await builder.build(list, output: output.path) { _ in }
    }
    #expect(try output.files() == before)
  }
}
