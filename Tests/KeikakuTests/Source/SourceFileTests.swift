import Testing

@testable import Keikaku

@Suite struct SourceFileTests {
  @Test func describesTheFile() {
    let document = Pipeline().document(from: SourceFile(name: "城市/計画.2020.md", bytes: Array("abc".utf8)))
    #expect(document.plan.id == "計画.2020-ba7816bf")
    #expect(document.source.mediaType == "text/markdown")
    #expect(document.source.encoding == "utf-8")
    #expect(document.source.lines == 1)
    #expect(document.source.pages == nil)
  }

  @Test func anEmptyFileIsADocument() {
    for bytes: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      let document = Pipeline().document(from: SourceFile(name: "a.txt", bytes: bytes))
      #expect(document.diagnostics.map(\.code) == [.documentEmpty])
      #expect(document.source.lines == 0)
    }
  }
}
