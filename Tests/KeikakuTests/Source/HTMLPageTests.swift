import Testing

@testable import Keikaku

/// A page of HTML becomes the text that its reader sees, and every byte of it knows where it stood.
struct HTMLPageTests {
  private func text(_ page: String, _ mediaType: String = "text/html") -> String? {
    HTMLPage.text(of: SourceText(bytes: Array(page.utf8)), mediaType: mediaType)
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(arguments: [
    ("<h2>基本目標１</h2><p>本文</p>", "## 基本目標１\n\n本文"),
    ("<ul><li>窓口</li> <li>相談</li></ul>", "- 窓口\n- 相談"),
    ("<p>・窓口</p>\n<p>・相談</p>", "・窓口\n・相談"),
    ("<p>窓口</p>\n<p>相談</p>", "窓口\n\n相談"),
    ("<div>一行目<br>二行目</div><div>三行目</div>", "一行目\n二行目\n三行目"),
    ("<p>若い\n  世代の work\n life</p>", "若い世代の work life"),
    ("<p>約&nbsp;5％&lt;参考&gt;</p>", "約 5％<参考>"),
    ("<p><ruby>計画<rp>（</rp><rt>けいかく</rt><rp>）</rp></ruby></p>", "計画"),
    ("<h1>第２期<br>総合戦略</h1>", "# 第２期 総合戦略"),
    ("<pre>指標  5人\n件数  3件</pre>", "指標  5人\n件数  3件"),
    ("前<table><tr><td>a</td>\n<td>b&amp;</table>後", "前\n\n<table><tr><td>a</td>\n<td>b&amp;</table>\n\n後"),
    ("<p>見える</p><script>目標値 5人", "見える\n\n目標値 5人"),
    ("<p>1 < 2</p><!-- 終わらない", "1 < 2\n\n<!-- 終わらない"),
  ])
  func showsWhatIsSeen(_ page: String, _ seen: String) {
    #expect(text(page) == seen)
  }

  @Test func onlyPagesArePages() {
    #expect(text("# 計画\n\n<table><tr><td>a</td></tr></table>\n", "text/markdown") == nil)
    #expect(text("数値 < 目標\n次の行\n") == nil)
    #expect(text("\n<!DOCTYPE HTML><html><p>計画</p></html>", "text/plain") == "計画")
    #expect(text("<?xml version=\"1.0\"?>\n<html><p>計画</p></html>", "text/plain") == "計画")
  }

  @Test func everyByteKnowsWhereItStood() throws {
    let page = "<html><body><h2>目標&amp;指標</h2>\n<ul><li>窓口の設置</li></ul></body></html>"
    let source = SourceText(bytes: Array(page.utf8))
    let found = try #require(HTMLPage.text(of: source, mediaType: "text/html"))
    let text = String(decoding: found.bytes, as: UTF8.self)
    for word in ["目標", "指標", "窓口の設置"] {
      let range = try #require(text.range(of: word))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let original = found.original(SourceRange(start..<start + word.utf8.count))
      #expect(source.string(original) == word)
    }
  }

  @Test func unclosedPartsCostLittle() {
    let bomb = String(repeating: "<script><style><!-- <rt>", count: 20_000)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(text("<p>計画</p>" + bomb) != nil) }
    #expect(time < .seconds(5))
  }
}
