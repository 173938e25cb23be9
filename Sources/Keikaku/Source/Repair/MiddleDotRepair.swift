/// The hyphenation point (U+2027) for the middle dot ・: fonts draw both with one glyph, and readers of PDFs take whichever the
/// character map names first.
///
/// Japanese has no other use for it, and both have the same length in UTF-8.
enum MiddleDotRepair {
  private static let point = Array("\u{2027}".utf8)
  private static let middleDot = Array("・".utf8)

  static func find(_ findings: inout RepairFindings) {
    let bytes = findings.text.bytes
    let span = bytes.span
    var found: [RepairedText.Edit] = []
    var index = span.first(point[0], from: 0, to: span.count)
    while index < span.count {
      let end = index + point.count
      if end <= span.count, span[index + 1] == point[1], span[index + 2] == point[2] {
        found.append(RepairedText.Edit(range: index..<end, replacement: middleDot))
      }
      index = span.first(point[0], from: index + 1, to: span.count)
    }
    findings.add(found)
  }
}
