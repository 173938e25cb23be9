import Foundation
import Testing

@testable import Keikaku

/// Tables printed in many styles come out as they stand in the page that was printed.
@Suite(.disabled(if: PopplerHere.isMissing, PopplerHere.reason))
struct PrintedTableTests {
  /// Rows that have to be right, of all; the styles with drawn cells have to be perfect.
  static let least = [
    "bordered": 1.0, "landscape": 1.0, "shadow": 1.0, "borderless": 0.75, "horizontal": 0.75, "zebra": 0.75,
  ]

  @Test(arguments: PdfFixture.all)
  func rowsComeOut(_ fixture: PdfFixture) throws {
    let document = try PdfReader.read(path: fixture.path)
    let wanted = Self.rows(fixture.tables)
    var found = Self.rows(document.hints.tables.map { $0.table.rows.map { $0.map(\.text) } })
    var missing: [[String]] = []
    for row in wanted {
      if let place = found.firstIndex(of: row) { found.remove(at: place) } else { missing.append(row) }
    }
    let share = 1 - Double(missing.count) / Double(wanted.count)
    let least = try #require(Self.least[fixture.name])
    #expect(share >= least, "\(fixture.path): missing \(missing), instead \(found)")
    #expect(document.diagnostics.isEmpty)
  }

  @Test func cellsKeepTheirPlaces() throws {
    for fixture in PdfFixture.all {
      let document = try PdfReader.read(path: fixture.path)
      for region in document.hints.tables {
        let lines = document.text.lineStarts
        for cell in region.table.rows.joined() where !cell.isEmpty {
          #expect(document.text.string(cell.source) == cell.text)
          #expect(cell.source.start >= lines[region.lines.lowerBound])
          #expect(document.text.position(of: cell.source).box != nil)
        }
      }
    }
  }

  /// The rows' cells without blanks.
  private static func rows(_ tables: [[[String]]]) -> [[String]] {
    tables.joined().map { row in row.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty } }.filter {
      !$0.isEmpty
    }
  }
}
