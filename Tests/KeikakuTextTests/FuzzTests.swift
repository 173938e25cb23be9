import Testing

@testable import KeikakuText

/// Any bytes are read without a trap, in time, with ranges inside the line. The seed is in the failure's text.
@Suite struct FuzzTests {
  private static let pieces = [
    "平成", "令和", "昭和", "H", "R", "S", "元", "年", "年度", "月", "日", "末", "未", "～", "－", "から", "まで", "以降", "（", "）", "(", ")",
    "0", "1", "27", "31", "2024", "99999", "O", "l", "I", "一", "十", "二〇", "千", "万", "億", "兆", "人", "円", "件", "%", "割",
    "分の",
    "▲", "△", "-", "+", "約", "以上", "未満", "程度", "増", "累計", "年平均", "/", "・", "、", ",", ".", " ", "　", "\t", ":", "※1",
    "\u{3099}", "\u{FE0F}", "\u{E0101}", "\u{200B}", "\u{301}", "㍻", "㋿", "⼆", "½", "①", "Ⅲ", "\u{FFFD}", "𠮷", "第",
    "四半期", "'",
  ]

  @Test(.timeLimit(.minutes(5)), arguments: [1, 2015, 20_190_501] as [UInt64]) func anyMixtureIsRead(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in Self.pieces.randomElement(using: &random)! }
      readEverything(Array(text.joined().utf8), seed)
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: [7, 1868] as [UInt64]) func anyBytesAreRead(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      readEverything(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }, seed)
    }
  }

  @Test(.timeLimit(.minutes(5))) func longLinesAreReadInTime() {
    for unit in [
      "9", "9,", "1 ", "一", "千", "万", "H", "R6", "平成27年度～", "(", "▲", "か\u{3099}", "9\u{301}", "O", "・1", "年", "人", "~",
    ] {
      readEverything(Array(String(repeating: unit, count: 3_000).utf8), 0)
    }
  }

  /// A line of half a million figures is no cell, and takes time in proportion to its length to be told so.
  @Test(.timeLimit(.minutes(5)), arguments: ["9 ", "9人、", "(", "▲"]) func aMegabyteIsReadInTime(_ unit: String) {
    let line = Array(String(repeating: unit, count: 1_000_000 / unit.utf8.count).utf8)
    #expect(Normalizer().quantity(line: line).quantity.value == nil)
    #expect(Normalizer().date(line: line).temporal.start == nil)
  }

  /// What the bytes pass over begins no mention: with a digit before it every letter is read, and no more is found.
  ///
  /// Only a year of misread digits alone (HI年) is passed over: in running text it is likelier a word.
  @Test(.timeLimit(.minutes(5)), arguments: [3, 1912] as [UInt64]) func nothingIsPassedOver(_ seed: UInt64) {
    let pieces =
      Self.pieces.filter { !["O", "l", "I"].contains($0) }
      + ["明", "治", "大", "正", "昭", "平", "成", "令", "和", "二", "三", "百", "半数", "過", "ゼ", "ロ", "パーセント", "当たり"]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      #expect(Self.ends("。" + text) == Self.ends("0。" + text).map { $0 - 1 }, "seed \(seed): \(text)")
    }
  }

  /// Where the mentions of a text begin and end.
  private static func ends(_ text: String) -> [Int] {
    let bytes = Array(text.utf8)
    let mentions = MentionFinder().mentions(in: bytes, range: 0..<bytes.count)
    return mentions.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
  }

  private func readEverything(_ line: [UInt8], _ seed: UInt64) {
    let date = Normalizer().date(line: line)
    let quantity = Normalizer().quantity(line: line)
    let whole = 0..<line.count
    for range in [date.range, quantity.range].compactMap({ $0 }) {
      #expect(range.lowerBound >= 0 && range.upperBound <= whole.upperBound, "seed \(seed): \(line)")
    }
    if let start = date.temporal.start, let end = date.temporal.end { #expect(start <= end, "seed \(seed): \(line)") }
    if let low = quantity.quantity.low, let high = quantity.quantity.high {
      #expect(low <= high, "seed \(seed): \(line)")
    }
    var end = 0
    for mention in MentionFinder().mentions(in: line, range: whole) {
      #expect(mention.range.lowerBound >= end && mention.range.upperBound <= line.count, "seed \(seed): \(line)")
      end = mention.range.upperBound
    }
  }
}
