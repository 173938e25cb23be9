import Foundation
import Testing

@testable import Keikaku

/// Writes small PDF files for tests: pages with a content stream each, in Helvetica.
struct PdfWriting: Sendable {
  /// The content stream of each page.
  var pages: [String] = []
  /// Entries of the stream's dictionary and its bytes, where they are not the content itself.
  var stream: @Sendable (_ content: String) -> (entries: String, bytes: [UInt8]) = { ("", Array($0.utf8)) }

  /// `BT /F 10 Tf x y Td (text) Tj ET`, with the origin at the page's bottom left as PDF has it.
  static func text(_ text: String, x: Double, y: Double, size: Double = 10) -> String {
    "BT /F \(size) Tf \(x) \(y) Td (\(text)) Tj ET\n"
  }

  /// A ruled table of cells 100 points wide and 20 high, its top left at x and y.
  static func table(_ rows: [[String]], x: Double, y: Double) -> String {
    var content = "0.5 w\n"
    let width = 100 * Double(rows[0].count)
    let height = 20 * Double(rows.count)
    for row in 0...rows.count { content += "\(x) \(y - 20 * Double(row)) m \(x + width) \(y - 20 * Double(row)) l S\n" }
    for column in 0...rows[0].count {
      content += "\(x + 100 * Double(column)) \(y) m \(x + 100 * Double(column)) \(y - height) l S\n"
    }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        content += text(cell, x: x + 100 * Double(column) + 5, y: y - 20 * Double(row) - 14)
      }
    }
    return content
  }

  var bytes: [UInt8] {
    var file = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    func add(_ body: [UInt8]) {
      offsets.append(file.count)
      file += Array("\(offsets.count) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    add(Array("<< /Type /Catalog /Pages 2 0 R >>".utf8))
    add(Array("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>".utf8))
    add(Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".utf8))
    for (index, content) in pages.enumerated() {
      let page =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents \(5 + 2 * index) 0 R >>"
      add(Array(page.utf8))
      let (entries, body) = stream(content)
      add(Array("<< /Length \(body.count) \(entries)>>\nstream\n".utf8) + body + Array("\nendstream".utf8))
    }
    let start = file.count
    file += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      file += Array((String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n").utf8)
    }
    file += Array("trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return file
  }

  /// A file whose pages tell a viewer to turn them clockwise. The offsets of its table are then wrong; poppler makes its own.
  static func turned(_ bytes: [UInt8], by angle: Int) -> [UInt8] {
    let mark = Array("/Type /Page\n".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      result.append(byte)
      if result.suffix(mark.count).elementsEqual(mark) { result += Array("/Rotate \(angle)\n".utf8) }
    }
    return result
  }

  /// Writes the file into a fresh folder, runs the test on its path, and removes it.
  func use<Result>(as name: String = "plan.pdf", _ test: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keikaku-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try test(path)
  }
}

/// Whether poppler's programs are here. On a build machine they have to be: a test that needs them fails there.
enum PopplerHere {
  static let isMissing = PdfReader.missingProgram() != nil && ProcessInfo.processInfo.environment["CI"] == nil
  static var reason: Comment { "poppler-utils is not installed; PDF files cannot be read here" }
}

extension PdfDocumentText {
  var string: String { String(decoding: text.bytes, as: UTF8.self) }
  var codes: [String] { diagnostics.map(\.code.name) }
}
