import Foundation
import Keikaku
import KeikakuText
import Testing

@testable import KeikakuExport

/// The output that the README shows is real.
@Suite struct ReadmeTests {
  @Test func theShownIndicatorsAreFresh() throws {
    let indicators = try Self.indicators()
    let mark = "<!-- indicators -->\n"
    let readme = try String(contentsOf: Snapshot.package.appending(path: "README.md"), encoding: .utf8)
    let pieces = readme.components(separatedBy: mark)
    try #require(pieces.count == 3, "README.md has no indicators between its two marks")
    let fresh = [pieces[0], indicators, pieces[2]].joined(separator: mark)
    try Snapshot.check(fresh, file: "README.md")
  }

  /// Every eighteenth indicator of the samples, with its first target.
  private static func indicators() throws -> String {
    var lines = ["| plan | line | indicator | baseline | target |", "| --- | --- | --- | --- | --- |"]
    var count = 0
    for input in InputList(paths: [Snapshot.package.appending(path: "Samples").path]).inputs {
      let document = Pipeline().document(from: SourceFile(name: input.name, bytes: try FileSystem.read(input.path)))
      for indicator in document.indicators {
        if count % 18 == 0 { lines.append(row(indicator, of: document)) }
        count += 1
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ indicator: Indicator, of document: PlanDocument) -> String {
    let cells = [
      document.plan.municipality.name ?? "", "\(document.text.line(at: indicator.source.start))", indicator.name,
      text(indicator.baseline), text(indicator.targets.first),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  private static func text(_ measurement: Keikaku.Measurement?) -> String {
    guard let quantity = measurement?.quantity else { return "" }
    let figure = quantity.value.map { "\($0)\(quantity.unit.map { " \($0)" } ?? "")" } ?? quantity.raw
    guard let period = quantity.period, let year = period.startYear else { return figure }
    let years = period.endYear.map { $0 == year ? "\(year)" : "\(year)–\($0)" } ?? "\(year)"
    return "\(figure) (\(years))"
  }
}
