import Foundation
import Testing

@testable import KeikakuCommand

@Suite struct CompareCommandTests {
  private static let plan = """
    第2期山口県美祢市総合戦略
    計画期間 令和2年度～令和6年度

    | 指標名 | 基準値(R1) | 目標値(R6) |
    | --- | --- | --- |
    | 出生数 | 100人 | 110人 |
    | 温泉の入湯客数 | 5,000人 | 6,000人 |

    """

  private static func folder() throws -> TemporaryFolder {
    let other = plan.replacingOccurrences(of: "山口県美祢市", with: "福岡県久留米市")
    return try TemporaryFolder(["a.md": Data(plan.utf8), "b.md": Data(other.utf8)])
  }

  @Test func columnsStandBelowEachOther() throws {
    let folder = try Self.folder()
    let result = try Tool.run("compare", folder.path, "--indicator", "BIRTHS")
    let rows = result.output.split(separator: "\n").filter { $0.contains("出生数  ") || $0.contains("as written") }
    #expect(result.status == 0)
    #expect(Set(rows.dropFirst().map { String($0).displayColumns }).count == 1)
    #expect(result.output.contains("美祢市") && result.output.contains("久留米市"))
  }

  @Test func aDatasetSaysWhatItsFilesSay() throws {
    let folder = try Self.folder()
    let dataset = "\(folder.path)/out"
    #expect(try Tool.run("build", "\(folder.path)/a.md", "\(folder.path)/b.md", "-o", dataset, "-q").status == 0)
    let files = try Tool.run("compare", "\(folder.path)/a.md", "\(folder.path)/b.md", "-f", "csv")
    #expect(try Tool.run("compare", dataset, "-f", "csv").output == files.output)
    #expect(try Tool.run("compare", "\(dataset)/plans.sqlite", "-f", "csv").output == files.output)
    #expect(files.output.split(separator: "\n").count == 3)
  }

  @Test func aUsersVocabularyCounts() throws {
    let folder = try TemporaryFolder([
      "a.md": Data(Self.plan.utf8), "own.csv": Data("code,name,unit\nHOT_SPRING,温泉の入湯客数,人\n".utf8),
      "wrong.csv": Data("code,name\nA,b\nA,c\n".utf8), "wrong.json": Data("{\n\"columns\": 3}".utf8),
    ])
    let plan = "\(folder.path)/a.md"
    let own = try Tool.run("compare", plan, "--vocabulary", "\(folder.path)/own.csv", "-f", "csv")
    #expect(own.output.contains("HOT_SPRING") && !own.output.contains("BIRTHS"))
    let extracted = try Tool.run("extract", plan, "--vocabulary", "\(folder.path)/own.csv", "-q")
    #expect(extracted.output.contains("HOT_SPRING"))
    for (option, file) in [("--vocabulary", "wrong.csv:3"), ("--lexicon", "wrong.json:2")] {
      let path = "\(folder.path)/\(file.split(separator: ":")[0])"
      let wrong = try Tool.run("extract", plan, option, path)
      #expect(wrong.status == 64)
      #expect(wrong.error.contains(file))
      #expect(try Tool.run("extract", plan, option, "\(folder.path)/absent").status == 66)
    }
  }

  @Test func statusesSayWhatWentWrong() throws {
    let folder = try Self.folder()
    #expect(try Tool.run("compare").status == 64)
    #expect(try Tool.run("compare", folder.path, "--indicator", "BIRTS").error.contains("BIRTHS"))
    #expect(try Tool.run("compare", folder.path, "--encoding", "utf-17").status == 64)
    #expect(try Tool.run("compare", "\(folder.path)/absent").status == 66)
    #expect(try Tool.run("compare", folder.path, "\(folder.path)/absent").status == 1)
  }
}
