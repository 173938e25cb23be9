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

  /// Jumps in long lines begin at places that were counted before.
  @Test func agreesInLongLines() {
    let long = String(repeating: "指標12件、", count: 3000) + "\n短い行\n" + String(repeating: "a値", count: 9000)
    let text = SourceText(bytes: Array(long.utf8))
    let boundaries = (0...text.bytes.count).filter { $0 == text.bytes.count || text.bytes[$0] & 0xC0 != 0x80 }
    var cursor = PositionCursor(text)
    var place = 7
    for _ in 0..<400 {
      place = (place * 7919 + 104_729) % boundaries.count
      let range = SourceRange(boundaries[place]..<boundaries[min(place + 5, boundaries.count - 1)])
      let expected = text.position(of: range)
      let found = cursor.position(of: range)
      #expect(found == (expected.line, expected.column, expected.endLine, expected.endColumn), "\(range)")
    }
  }
}
