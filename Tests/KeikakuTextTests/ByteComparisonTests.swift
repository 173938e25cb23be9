import KeikakuText
import Testing

@Suite struct ByteComparisonTests {
  private static let text = "令和５年度の指標"

  @Test(arguments: ["令和", "年度の", "指標", "標", "令和５年度の指標", ""])
  func findsWordsAnywhere(word: String) {
    #expect(Self.text.contains(word))
    #expect(Self.text[...].contains(word))
  }

  @Test(arguments: ["平成", "年度末", "標標", "令和５年度の指標値"])
  func findsNoOtherWords(word: String) { #expect(!Self.text.contains(word)) }

  @Test func comparesBothEnds() {
    #expect(Self.text.hasPrefix("令和") && !Self.text.hasPrefix("和") && Self.text.hasPrefix(""))
    #expect(Self.text.hasSuffix("指標") && !Self.text.hasSuffix("の") && Self.text.hasSuffix(""))
    #expect(!"令".hasPrefix("令和") && !"標".hasSuffix("指標"))
    #expect(Self.text.dropFirst(2).hasPrefix("５年") && Self.text.dropLast().hasSuffix("指"))
  }

  @Test func comparesBytesAndNotLetters() {
    let composed = "が"
    let decomposed = "か\u{3099}"
    #expect(composed == decomposed)
    #expect(!composed.contains(decomposed))
  }

  @Test func findsWordsAtAnOffset() {
    let text = Array(Self.text.utf8)
    let word = Array("年度".utf8)
    let places = (-1...text.count).filter { text.span.holds(word.span, at: $0) }
    #expect(places == [9])
  }
}
