import KeikakuText
import Testing

@testable import Keikaku

/// The readers take any table and any sentence: cut, shuffled and stuffed with marks, they neither trap nor hang, and every
/// value they give stands in the text.
@Suite(.timeLimit(.minutes(5))) struct ReaderFuzzTests {
  private static let tableReader = TableReader()
  private static let proseReader = ProseIndicatorReader()
  private static let seed: UInt64 = 20_150_401

  @Test func tablesCutAndShuffled() {
    var generator = SeededGenerator(seed: Self.seed)
    for example in CorpusCase.cases("Tables.txt") {
      for _ in 0..<6 {
        let lines = Self.damaged(example.body, &generator)
        let table = TestTable.table(lines)
        let reading = Self.tableReader.read(table)
        #expect(reading.sections.flatMap { Array($0.rows) } == Array(table.rows.indices), "seed \(Self.seed): \(lines)")
        Self.checkSources(reading.indicators, lines.joined(separator: "\n"))
      }
    }
  }

  @Test func sentencesCutAnywhere() {
    for example in CorpusCase.cases("Prose.txt") {
      for line in example.body {
        let scalars = Array(line.unicodeScalars)
        for end in stride(from: 0, through: scalars.count, by: 3) {
          var piece = ""
          piece.unicodeScalars.append(contentsOf: scalars[..<end])
          let text = MappedText(text: piece, source: SourceRange(start: 0, end: UInt32(piece.utf8.count)))
          let context = ProseContext(isUnderIndicatorHeading: end % 2 == 0)
          Self.checkSources(Self.proseReader.indicators(in: text, context: context), piece)
        }
      }
    }
  }

  @Test func wideAndEmptyTables() {
    let wide = String(repeating: "目標値(R6) | ", count: 2000)
    for lines in [[], [""], ["|"], ["|||"], [wide, wide], ["指標 | 目標値", wide], [String(repeating: "→", count: 5000)]] {
      let table = TestTable.table(lines)
      #expect(Self.tableReader.read(table).sections.flatMap { Array($0.rows) } == Array(table.rows.indices))
    }
  }

  /// Rows left out, cells left out, doubled or exchanged, marks put in.
  private static func damaged(_ lines: [String], _ generator: inout SeededGenerator) -> [String] {
    let stuffing = ["", "→", "—", "※1", "H31", "1", "目標", "R6～R12", "\u{3099}", "(", "維持"]
    return lines.compactMap { line in
      var cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: return nil
      case 1: cells.remove(at: Int.random(in: 0..<cells.count, using: &generator))
      case 2: cells.shuffle(using: &generator)
      case 3:
        cells.insert(stuffing.randomElement(using: &generator)!, at: Int.random(in: 0...cells.count, using: &generator))
      case 4: cells[Int.random(in: 0..<cells.count, using: &generator)] = stuffing.randomElement(using: &generator)!
      default: break
      }
      return cells.joined(separator: "|")
    }
  }

  private static func checkSources(_ readings: [IndicatorReading], _ text: String) {
    let count = text.utf8.count
    for indicator in readings.map(\.indicator) {
      let values = [indicator.baseline].compactMap { $0 } + indicator.targets + indicator.actuals
      for source in values.map(\.source) + [indicator.source] {
        #expect(source.start <= source.end && source.end <= count)
      }
    }
  }
}
