import KeikakuText
import Testing

@testable import Keikaku

/// The same plans in every form of text: ten invented plans with tables of ten styles (`Corpus/Tellings`), and how much of
/// their indicators comes out of each form.
///
/// An indicator is found where its name comes out letter by letter; it is exact where its unit, its baseline and all its
/// targets do too, with their years. A value is wrong in silence where it is none of the true ones and nothing tells of a
/// doubt. What `pdftotext` writes without `-layout` often does not tell which value is whose: there less is found, but
/// hardly anything is wrong.
@Suite struct TellingTests {
  struct Figures {
    var truth = 0
    var read = 0
    var found = 0
    var exact = 0
    var silent = 0

    var recall: Double { Double(found) / Double(truth) }
    var precision: Double { Double(found) / Double(max(1, read)) }
    var exactShare: Double { Double(exact) / Double(truth) }
  }

  /// What must be reached: recall, precision, exact, and at most so many wrong values in silence.
  static let aims: [(form: TellingForm, recall: Double, precision: Double, exact: Double, silent: Int)] = [
    (.markdown, 0.99, 0.99, 0.99, 0), (.html, 0.99, 0.99, 0.99, 0), (.tabs, 0.99, 0.99, 0.99, 0),
    (.layout, 0.98, 0.98, 0.98, 0), (.staggered, 0.99, 0.99, 0.99, 0), (.plain, 0.97, 0.98, 0.97, 0),
    (.plainParted, 0.98, 0.99, 0.98, 0), (.blanks, 0.99, 0.99, 0.99, 0), (.printedLayout, 0.93, 0.99, 0.93, 0),
    (.printedPlain, 0.53, 0.97, 0.53, 1),
  ]

  @Test func corpusIsThere() { #expect(Telling.plans.count == 10) }

  @Test(arguments: TellingForm.allCases) func comesOut(form: TellingForm) throws {
    let aim = try #require(Self.aims.first { $0.form == form })
    let figures = try Self.figures(form)
    let seen = Comment(rawValue: "\(form.rawValue): \(figures)")
    #expect(figures.recall >= aim.recall, seen)
    #expect(figures.precision >= aim.precision, seen)
    #expect(figures.exactShare >= aim.exact, seen)
    #expect(figures.silent <= aim.silent, seen)
  }

  private static func figures(_ form: TellingForm) throws -> Figures {
    try Telling.plans.reduce(into: Figures()) { figures, plan in
      let document = try Telling.document(plan, form)
      var open = document.indicators
      figures.read += open.count
      for indicator in try Telling.truth(of: plan) {
        figures.truth += 1
        guard let place = open.firstIndex(where: { fold($0.name) == fold(indicator.name) }) else { continue }
        figures.found += 1
        take(open.remove(at: place), indicator, into: &figures)
      }
    }
  }

  private static func take(_ read: Indicator, _ truth: Telling.Indicator, into figures: inout Figures) {
    let baseline = read.baseline.flatMap(Telling.dated)
    let targets = read.targets.compactMap(Telling.dated)
    let isExact =
      (read.unit ?? "") == truth.unit && baseline == truth.baseline && targets == truth.targets
      && read.targets.count == targets.count
    if isExact { figures.exact += 1 }
    let isWrong =
      baseline.map { $0.value != truth.baseline?.value } == true
      || targets.contains { target in !truth.targets.contains { $0.value == target.value } }
    if isWrong, read.diagnostics.isEmpty { figures.silent += 1 }
  }

  private static func fold(_ name: String) -> String { name.folded.filter { $0 != " " } }

  /// The tellings cut at random places end in time and hold what holds for every text.
  @Test(.timeLimit(.minutes(2)), arguments: TellingForm.allCases) func cutAnywhere(form: TellingForm) throws {
    var generator = SeededGenerator(seed: 4)
    for plan in Telling.plans.prefix(3) {
      let bytes = try Telling.document(plan, form).text.bytes
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = Int.random(in: start..<bytes.count, using: &generator)
      let document = Pipeline().document(from: SourceFile(name: "cut.txt", bytes: Array(bytes[start..<end])))
      Invariants.expectConsistent(document, "\(plan) \(form.rawValue) \(start)..<\(end)")
      Invariants.expectBlocksCoverLines(document.text, "\(plan) \(form.rawValue) \(start)..<\(end)")
    }
  }
}
