import Testing

@testable import Keikaku

@Suite struct NumberingTests {
  private func read(_ line: String, afterLabel: Bool = false) -> Numbering? {
    let bytes = Array(line.utf8)
    return Numbering.read(bytes, 0..<bytes.count, afterLabel: afterLabel)
  }

  @Test(arguments: [
    ("第1章 総論", Heading.NumberStyle.chapter, "1"), ("第Ⅱ章　基本計画", .chapter, "2"), ("第十二章", .chapter, "12"),
    ("第３節 施策", .section, "3"), ("第2編 基本計画", .part, "2"), ("1章 産業のまち", .chapter, "1"),
    ("２節　農業の振興", .section, "2"), ("第１ 基本的な考え方", .ordinal, "1"), ("1 趣旨", .decimal, "1"),
    ("１．趣旨", .decimalDot, "1"), ("1-1-2 秋の祭り", .hyphenated, "1-1-2"), ("２－１　雇用", .hyphenated, "2-1"),
    ("(1) 趣旨", .parenthesized, "1"),
    ("（１０）女性活躍", .parenthesized, "10"), ("3) 展開", .parenthesized, "3"), ("⑴ 趣旨", .parenthesized, "1"),
    ("① 応援する", .circled, "1"),
    ("⑬生活圏", .circled, "13"), ("㉑ 交流", .circled, "21"), ("Ⅲ. 推進", .roman, "3"), ("II. 推進", .roman, "2"),
    ("Ⅳ推進", .roman, "4"),
    ("ア 施設", .kana, "1"), ("(イ) 施設", .kana, "2"), ("（三）施設", .parenthesized, "3"),
  ])
  func reads(line: String, style: Heading.NumberStyle, number: String) {
    #expect(read(line)?.style == style)
    #expect(read(line)?.number == number)
  }

  @Test(arguments: [
    "3つの横断的施策", "3章立ての構成", "2節", "5年間の計画", "1都3県", "2015年度", "第2期総合戦略", "第5次計画", "10人", "（仮称）施設", "(再掲)", "I市の取組",
    "アクセス", "目標", "",
    "0942-30-9116", "2019-04-01",
  ])
  func refuses(line: String) { #expect(read(line) == nil) }

  @Test func readsAllCircledNumbers() {
    #expect(read("⑪⑫ 産業拠点")?.number == "11")
    #expect(read("⑪⑫ 産業拠点")?.further == ["12"])
  }

  @Test func readsNumbersBehindLabelsWithoutBlank() {
    #expect(read("1共に生きる", afterLabel: true)?.number == "1")
    #expect(read("一 共に生きる", afterLabel: true)?.number == "1")
  }
}
