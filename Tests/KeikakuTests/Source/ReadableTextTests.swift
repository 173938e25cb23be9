import Testing

@testable import Keikaku

/// What the readers see of a text as it came, and that it knows where it stood.
@Suite struct ReadableTextTests {
  private func seen(_ text: String, _ mediaType: String = "text/plain") -> String {
    let source = SourceText(bytes: Array(text.utf8), countsAllLineEnds: true)
    return String(decoding: ReadableText(of: source, mediaType: mediaType).text.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("計画\r本文\r", "計画\n本文\n"), ("計画\u{2028}本文\u{85}末", "計画\n本文\n末"), ("計画\r\n本文\r\r\n", "計画\r\n本文\r\r\n"),
    ("参加\u{200B}者\u{AD}数\u{A0}10人", "参加者数 10人"), ("\u{FEFF}計画\u{FEFF}", "計画"),
    ("<s>200人</s>250人", "250人"), ("<del class=\"x\">40％</del><ins>45％", "<ins>45％"),
    ("85<sup>1)</sup>％、10<sup>3</sup>人、5m<sup>2</sup>、利用者<sup>※2</sup>", "85^{1)}％、10^3人、5m<sup>2</sup>、利用者^{※2}"),
    ("<s>閉じない", "<s>閉じない"), ("<td><s>200人</td><td>250人</s></td>", "<td><s>200人</td><td>250人</s></td>"),
    ("1<sup>上付きの語である</sup>", "1<sup>上付きの語である</sup>"), ("~~お知らせ~~", "~~お知らせ~~"),
  ])
  func showsWhatIsMeant(_ text: String, _ shown: String) {
    #expect(seen(text) == shown)
  }

  @Test(arguments: [
    ("~~200人~~ 250人", " 250人"), ("| ~~200人 | 250人~~ |", "| ~~200人 | 250人~~ |"), ("~~~\n計画\n~~~", "~~~\n計画\n~~~"),
    ("10 ~~ 20\n30 ~~ 40", "10 ~~ 20\n30 ~~ 40"),
  ])
  func takesStruckTextOutOfMarkdown(_ text: String, _ shown: String) {
    #expect(seen(text, "text/markdown") == shown)
  }

  @Test func linesEndWhereTheyAreRead() {
    let text = SourceText(bytes: Array("計画\r本文\u{2028}末\r\n次".utf8), countsAllLineEnds: true)
    #expect(text.lineStarts == [0, 7, 16, 21])
    #expect(text.position(of: SourceRange(16..<19)).line == 3)
  }

  @Test func tellsWhatWasStruckOutWhereItStood() throws {
    let source = SourceText(bytes: Array("計画\r<s>古い</s>新しい".utf8), countsAllLineEnds: true)
    let diagnostic = try #require(ReadableText(of: source, mediaType: "text/plain").diagnostics.first)
    #expect(diagnostic.code == .textStruck)
    #expect(diagnostic.source.map(source.string) == "<s>古い</s>")
  }
}
