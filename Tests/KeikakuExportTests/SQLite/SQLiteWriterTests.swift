import Foundation
import Keikaku
import Testing

@testable import KeikakuExport

@Suite struct SQLiteWriterTests {
  private func built(_ documents: [PlanDocument]) throws -> (folder: TemporaryFolder, database: SQLiteDatabase) {
    let folder = try TemporaryFolder()
    try DatasetMaking.write(documents, to: folder.path)
    let path = "\(folder.path)/\(SQLiteWriter.fileName)"
    return (folder, try SQLiteDatabase(SQLiteLibrary(), path: path, access: .reading))
  }

  @Test(arguments: [[], [SampleDocument.make()]])
  func keysHoldAndTheFileIsSound(_ documents: [PlanDocument]) throws {
    let (folder, database) = try built(documents)
    defer { withExtendedLifetime(folder) {} }
    #expect(try database.prepare("pragma foreign_key_check").rows().isEmpty)
    #expect(try database.prepare("pragma integrity_check").rows() == [[.text("ok")]])
    #expect(try database.prepare("pragma user_version").rows() == [[.integer(SQLiteSchema.userVersion)]])
    #expect(try database.prepare("pragma application_id").rows() == [[.integer(SQLiteSchema.applicationID)]])
  }

  @Test func everyViewAndReadyQuestionRuns() throws {
    let (folder, database) = try built([SampleDocument.make()])
    defer { withExtendedLifetime(folder) {} }
    for view in SQLiteViews.all {
      #expect(try !database.prepare("select * from \(view.name)").rows().isEmpty, "\(view.name)")
    }
    for query in SQLiteQueries.canned { _ = try database.prepare(query.sql).rows() }
  }

  @Test func theOverviewShowsBaselineActualAndTargetOnOneRow() throws {
    let (folder, database) = try built(try DatasetMaking.samples())
    defer { withExtendedLifetime(folder) {} }
    let counts = try database.prepare(
      "select count(*), count(distinct indicator_id), count(goal_path) > 0 from indicator_overview"
    ).rows()[0]
    let indicators = try database.prepare("select count(*) from indicators").rows()[0][0]
    #expect(counts == [indicators, indicators, .integer(1)])
  }

  /// A word of two letters, of more, and one with punctuation inside.
  @Test(arguments: ["観光", "出生率", "結婚・出産", "移住定住", "KPI"])
  func searchFindsWhatAScanFinds(_ word: String) throws {
    let (folder, database) = try built(try DatasetMaking.samples())
    defer { withExtendedLifetime(folder) {} }
    let query = try #require(SQLiteQueries.canned.first { $0.name == "search_words" })
    let found = try database.prepare("select element, element_id from (\(query.sql))").rows([.text(word)])
    var scanned: Set<[SQLiteValue]> = []
    for table in Dataset.tables {
      for column in table.schema.columns where column.isSearched {
        let sql = """
          select '\(table.schema.name)', \(table.schema.primaryKey[0]) from \(table.schema.name)
          where instr(\(column.name), ?) > 0
          """
        scanned.formUnion(try database.prepare(sql).rows([.text(word)]))
      }
    }
    #expect(Set(found) == scanned)
    if word == "観光" { #expect(scanned.count > 10) }
  }

  @Test func rowsAreTheSameFromRunToRun() throws {
    let first = try built([SampleDocument.make()]).folder
    let second = try built([SampleDocument.make()]).folder
    #expect(try DatabaseRows(first.path) == DatabaseRows(second.path))
  }

  @Test func withoutTheLibraryEverythingElseIsWritten() async throws {
    let inputs = try TemporaryFolder(["a.txt": "計画\n"])
    let output = try TemporaryFolder()
    var builder = DatasetBuilder(jobs: 1)
    builder.sqliteNames = ["libkeikaku-is-not-there.so"]
    let summary = try await builder.build(InputList(paths: [inputs.path]), output: output.path) { _ in }
    #expect(try #require(summary.missingLibrary).contains("libsqlite3-0"))
    let files = try output.files()
    #expect(files[SQLiteWriter.fileName] == nil)
    #expect(files["datapackage.json"] != nil && files["tables/plans.csv"] != nil)
    #expect(try output.text("report.json").contains("\"file\":\"plans.sqlite\""))
    #expect(try !output.text("dataset.jsonld").contains("plans.sqlite"))
  }
}
