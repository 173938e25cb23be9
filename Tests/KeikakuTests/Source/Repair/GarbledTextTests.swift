import Testing

@testable import Keikaku

@Suite struct GarbledTextTests {
  @Test func findsLinesOfABrokenCharacterMap() {
    let text = SourceText(bytes: Array("目標値\np#Õ N4 º Ü5 p#Õ Â |&ï DH û FåFø(á&ïH ö W ¶ ö æ ö\n次の行".utf8))
    let found = GarbledText.find(in: text)
    #expect(found.map(\.code) == [.textGarbled])
    #expect(found.first?.source.map { text.position(of: $0).line } == 2)
  }

  @Test func leavesSignsOfOrdinaryText() {
    let text = SourceText(bytes: Array("幅10m×20m、±5°C、α波とβ版、ＣＯ₂、Café、＋÷×".utf8))
    #expect(GarbledText.find(in: text).isEmpty)
  }
}
