import Foundation
import Testing

@testable import Keikaku

/// Files made to exhaust a reader end within their limits, with a diagnostic, and cost only the pages that are bad.
@Suite(.serialized, .disabled(if: PopplerHere.isMissing, PopplerHere.reason))
struct HostilePdfTests {
  @Test func wordBombIsCut() throws {
    var bomb = ""
    for index in 0..<30_000 {
      bomb += "1 0 0 1 \(20 + 5 * (index % 100)) \(20 + 2.5 * Double(index / 100)) Tm (x ) Tj "
    }
    let page = "BT /F 2 Tf \(bomb) ET"
    let pdf = PdfWriting(pages: [page, PdfWriting.text("The second page", x: 60, y: 700)])
    let document = try pdf.use { try PdfReader.read(path: $0) }
    #expect(document.codes.contains { $0 == "pdf.limit" || $0 == "pdf.page_failed" })
    #expect(document.string.contains("The second page"))
  }

  @Test func lineBombCostsItsDrawingOnly() throws {
    var bomb = PdfWriting.text("One", x: 60, y: 700) + PdfWriting.text("Two", x: 300, y: 700)
    bomb += PdfWriting.text("1", x: 60, y: 680) + PdfWriting.text("2", x: 300, y: 680) + "0.1 w\n"
    for index in 0..<200_000 { bomb += "\(index % 500) \(index % 700) m \(index % 500 + 20) \(index % 700) l S\n" }
    let pdf = PdfWriting(pages: [bomb])
    let document = try pdf.use { try PdfReader.read(path: $0) }
    #expect(document.codes == ["pdf.rules_unread"])
    #expect(document.string.contains("One") && document.string.contains("2"))
  }

  @Test func inflatedStreamEnds() throws {
    // A run-length stream: every pair of bytes is 128 blanks, 60 million in all.
    var pdf = PdfWriting(pages: ["blanks"])
    let run: [UInt8] = [129, 0x20]
    pdf.stream = { _ in ("/Filter [/RunLengthDecode] ", Array(repeatElement(run, count: 500_000).joined()) + [128]) }
    let document = try pdf.use { try PdfReader.read(path: $0) }
    #expect(document.pages <= 1 && !document.diagnostics.isEmpty)
  }

  @Test func thousandPagesAreRead() throws {
    let pdf = PdfWriting(pages: (1...1000).map { PdfWriting.text("Page number \($0)", x: 60, y: 700) })
    let document = try pdf.use { try PdfReader.read(path: $0) }
    #expect(document.pages == 1000 && document.diagnostics.isEmpty)
    #expect(document.text.pageStarts.count == 1000 && document.string.contains("Page number 1000"))
  }

  @Test func changedFileIsNotKept() throws {
    let pdf = PdfWriting(pages: (1...300).map { PdfWriting.text("Page number \($0)", x: 60, y: 700) })
    try pdf.use { path in
      let writer = Thread {
        for _ in 0..<200 {
          try? Data(pdf.bytes).write(to: URL(fileURLWithPath: path))
          Thread.sleep(forTimeInterval: 0.005)
        }
      }
      writer.start()
      let document = try PdfReader.read(path: path)
      writer.cancel()
      #expect(document.codes == ["pdf.changed"] && !document.isReadable && document.text.bytes.isEmpty)
    }
  }
}
