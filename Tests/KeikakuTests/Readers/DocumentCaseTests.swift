import Testing

@testable import Keikaku

/// Whole texts of a few lines: what a careful reader takes from them, and of which faults the program tells.
@Suite struct DocumentCaseTests {
  static let cases = TextCase.files(in: "Documents").flatMap(TextCase.load)

  @Test func corpusIsThere() { #expect(Self.cases.count >= 31) }

  @Test(arguments: cases) func gives(_ example: TextCase) {
    let seen = Self.reading(example["input"])
    let expected = example["gives"].split(separator: "\n").map(String.init)
    #expect(seen == expected, "\(example): \(seen.joined(separator: "\n"))")
  }

  /// Files from Windows end their lines with two bytes, which Swift takes for one letter.
  @Test(arguments: cases) func givesWithCarriageReturns(_ example: TextCase) {
    let seen = Self.reading(example["input"].replacing("\n", with: "\r\n"))
    #expect(seen == Self.reading(example["input"]), "\(example): \(seen.joined(separator: "\n"))")
  }

  private static func reading(_ text: String) -> [String] {
    let document = Pipeline().document(from: SourceFile(name: "plan.txt", bytes: Array(text.utf8)))
    let indicators = document.indicators.map { ReadingDescription.line(IndicatorReading(indicator: $0)) }
    let actions = document.actions.map(line)
    let codes = document.diagnostics.map(\.code.name).filter { !ofTheCover.contains($0) }
    return indicators + actions + Set(codes).sorted().map { "diagnostic \($0)" }
  }

  /// A text without a cover lacks these by nature.
  private static let ofTheCover = ["title.missing", "municipality.unknown"]

  private static func line(_ action: Action) -> String {
    var parts = ["action \(action.text)"]
    if let department = action.department { parts.append("department=\(department)") }
    if let budget = action.budget?.quantity.value { parts.append("budget=\(budget)") }
    if let period = action.period, let start = period.startYear {
      parts.append("period=\(start)/\(period.endYear.map(String.init) ?? "")")
    }
    return parts.joined(separator: " ")
  }
}
