import Testing

@testable import Keikaku

/// Short documents thrown together from what plans are made of: most crashes need only two signs that no one writes beside
/// each other.
@Suite struct ShortDocumentTests {
  static let seeds = Array(1...8) as [UInt64]
  private static let documents = 500
  private static let longest = 40

  private static let pieces = [
    "→", "⇒", "▶", "※", "＊", "（", "）", "(", ")", "【", "】", "「", "」", "〈", "［", "］", "|", "||", "|---|", "\t", "\n",
    "\n", "\n",
    "\n\n", "　", " ", "    ", "\u{0C}", "\u{FE0F}", "\u{200B}", "\u{3099}", "\r\n", ":", "：", "、", "。", "・", "…", "-",
    "－", "～", "ー", "―",
    "=", "＝", "#", "##", "*", "**", "`", ">", "<", "<table>", "<tr>", "<td rowspan=2>", "<td>", "</table>", "<br>",
    "&amp;", "&#x0;", ",",
    "\"", "①", "②", "㈠", "Ⅰ", "ⅱ", "1", "12", "３", "1.", "(1)", "1-1", "1-1-1", "ア", "イ", "a", "第1章", "第２節", "1,234",
    "0.5", "▲", "△", "％",
    "%", "人", "万人", "億円", "件/年", "令和", "令和6年", "R6", "H30年度", "平成27～31年度", "2024", "元年", "年度", "年", "末", "基本目標",
    "基本目標１", "施策",
    "施策1-1", "具体的施策", "指標", "KPI", "ＫＰＩ", "現状値", "基準値", "目標値", "目標", "実績", "評価", "達成率", "単位", "担当課", "備考", "事業名", "内容",
    "主な取組", "再掲", "注）", "出典", "資料：", "目次", "発行", "市", "〇〇市", "計画", "総合戦略", "案", "の", "は", "を", "にする", "します", "出生数",
    "観光入込客数",
    "維持", "増加", "以上", "約", "─", "│", "┌", "━━━", "----", "■", "●", "○", "◎", "★", "□", "どどここ", "⼈", "SDGs", "P.12",
    "→5", "……… 12",
  ]

  @Test(.timeLimit(.minutes(5)), arguments: seeds) func readWithoutLoss(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for number in 0..<Self.documents {
      let length = Int.random(in: 1...Self.longest, using: &generator)
      let pieces = (0..<length).map { _ in Self.pieces.randomElement(using: &generator)! }
      let text = pieces.map { $0 + (Int.random(in: 0..<4, using: &generator) == 0 ? "\n" : "") }.joined()
      let document = Pipeline().document(from: SourceFile(name: "short.txt", bytes: [UInt8](text.utf8)))
      Invariants.expectConsistent(document, "seed \(seed), document \(number): \(text.debugDescription)")
      Invariants.expectLossless(document.text, "seed \(seed), document \(number): \(text.debugDescription)")
    }
  }
}
