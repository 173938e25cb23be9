import Foundation
import Testing

@testable import KeikakuText

/// Every form of the table reads as the table says. `RECORD_SNAPSHOTS=1 swift test --filter FormCorpusTests` writes the
/// right sides anew, and fails, so that a recording is never taken for a pass.
@Suite struct FormCorpusTests {
  static let tables: [(file: String, title: String, describe: @Sendable (String) -> String)] = [
    ("forms-dates.txt", "Dates", { FormDescription.date($0) }),
    ("forms-quantities.txt", "Quantities", { FormDescription.quantity($0) }),
    ("forms-mentions.txt", "In running text", { FormDescription.mentions($0) }),
  ]

  @Test(arguments: tables.indices) func formsReadAsTheTableSays(_ index: Int) throws {
    let table = Self.tables[index]
    let corpus = try FormCorpus(table.file)
    if FormCorpus.isRecording {
      try corpus.recorded(table.describe).write(to: corpus.file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(table.file); run again without RECORD_SNAPSHOTS")
      return
    }
    #expect(!corpus.cases.isEmpty)
    for row in corpus.cases {
      let found = table.describe(row.input)
      #expect(found == row.expected, "\(table.file):\(row.line): \(row.input)")
    }
  }

  /// Forms.md is the same table for readers.
  @Test func documentationIsFresh() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/KeikakuText/Forms.md")
    let page = try Self.page()
    if FormCorpus.isRecording {
      try page.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded Forms.md; run again without RECORD_SNAPSHOTS")
      return
    }
    let isFresh = try String(contentsOf: file, encoding: .utf8) == page
    #expect(isFresh, "stale: run RECORD_SNAPSHOTS=1 swift test --filter FormCorpusTests")
  }

  private static func page() throws -> String {
    var page =
      "# The forms that KeikakuText reads\n\nMade from Tests/KeikakuTextTests/Corpus by FormCorpusTests; do not edit.\n"
    for table in tables {
      page += "\n# \(table.title)\n"
      page += try sections(FormCorpus(table.file))
    }
    return page
  }

  private static func sections(_ corpus: FormCorpus) -> String {
    var text = ""
    var isInTable = false
    for line in corpus.lines {
      guard let mark = line.range(of: " =>") else {
        text += isInTable && line.isEmpty ? "" : "\n" + line
        isInTable = isInTable && line.isEmpty
        continue
      }
      if !isInTable { text += "\n| written | read as |\n| --- | --- |\n" }
      isInTable = true
      text += "| \(escaped(line[..<mark.lowerBound])) | \(escaped(line[mark.upperBound...])) |\n"
    }
    return text + "\n"
  }

  private static func escaped(_ text: Substring) -> String {
    text.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "|", with: "\\|")
  }
}
