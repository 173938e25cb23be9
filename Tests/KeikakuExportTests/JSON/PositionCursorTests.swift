import Keikaku
import Testing

@testable import KeikakuExport

@Suite struct PositionCursorTests {
  /// The cursor is a faster way to what `SourceText.position(of:)` says, in whatever order it is asked.
  @Test func agreesWithTheSourceTextEverywhere() {
    let text = SourceText(bytes: Array("計画\n\na①b\r\n\u{C}二ページ目\n最後".utf8))
    let boundaries = (0...text.bytes.count).filter { $0 == text.bytes.count || text.bytes[$0] & 0xC0 != 0x80 }
    var cursor = PositionCursor(text)
    for start in boundaries.reversed() {
      for end in boundaries where end >= start {
        let range = SourceRange(start..<end)
        let expected = text.position(of: range)
        let found = cursor.position(of: range)
        #expect(found == (expected.line, expected.column, expected.endLine, expected.endColumn), "\(start)..<\(end)")
      }
    }
  }
}
