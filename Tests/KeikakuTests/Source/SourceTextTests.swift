import Testing

@testable import Keikaku

@Suite struct SourceTextTests {
  @Test func findsLinesAndPages() {
    let text = SourceText(bytes: Array("一\n二\r\n\u{C}三\n".utf8))
    #expect(text.lineStarts == [0, 4, 9])
    #expect(text.pageStarts == [0, 10])
    #expect(text.page(at: 9) == 1)
    #expect(text.page(at: 10) == 2)
    #expect(SourceText(bytes: []).lineStarts == [0])
    #expect(SourceText(bytes: [0x0A]).pageStarts.isEmpty)
  }

  @Test func countsColumnsInScalars() {
    let text = SourceText(bytes: Array("a観𠮷か\u{3099}x\n".utf8))
    #expect(text.position(of: SourceRange(14..<15)).column == 6)
    #expect(text.position(of: SourceRange(1..<4)) == text.position(of: SourceRange(1..<4)))
  }

  @Test(.timeLimit(.minutes(5))) func findsColumnsFarAlongALine() {
    let text = SourceText(bytes: Array(repeatElement("観x", count: 1_000_000).joined().utf8))
    for index in stride(from: 0, to: 1_000_000, by: 997) {
      #expect(text.position(of: SourceRange(index * 4 + 3..<index * 4 + 4)).column == index * 2 + 2)
    }
  }

  @Test func scansAsAPlainLoopDoes() {
    var generator = SeededGenerator(seed: 7)
    let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let span = bytes.span
    for _ in 0..<50 {
      let start = Int.random(in: 0...20_000, using: &generator)
      let end = Int.random(in: start...20_000, using: &generator)
      let part = bytes[start..<end]
      #expect(span.scalarCount(from: start, to: end) == part.count { $0 & 0xC0 != 0x80 })
      #expect(span.count(of: 10, from: start, to: end) == part.count { $0 == 10 })
      #expect(span.controlCount(from: start, to: end) == part.count { $0 < 32 && !(9...13).contains($0) })
      #expect(span.visibleCount(from: start, to: end) == part.count { $0 & 0xC0 != 0x80 && $0 > 32 })
      #expect(span.firstNonASCII(from: start, to: end) == part.firstIndex { $0 >= 128 } ?? end)
      #expect(span.first(10, from: start, to: end) == part.firstIndex(of: 10) ?? end)
    }
  }
}
