/// What is struck out or raised in HTML and Markdown, which changes what a figure says.
///
///     <s>200人</s>250人    ~~200人~~ 250人    85<sup>1</sup>％    10m<sup>2</sup>
///
/// Struck text is what a revised plan drops: it goes, with a note. A raised number is the mark of a footnote and becomes `^{1}`,
/// as the readers of notes know it; behind a letter it belongs to a unit and stays. Behind 10 it may as well be a power: 10^3.
enum RaisedAndStruck {
  /// The text without what is struck out; nil where neither stands in it.
  static func taken(from text: SourceText, mediaType: String) -> (text: RepairedText, diagnostics: [Diagnostic])? {
    var findings = Findings(bytes: text.bytes)
    findings.findTags()
    if mediaType == "text/markdown" { findings.findTildes() }
    guard !findings.edits.isEmpty else { return nil }
    return (RepairedText(text.bytes, edits: findings.edits), findings.diagnostics)
  }

  private struct Findings {
    let bytes: [UInt8]
    var edits: [RepairedText.Edit] = []
    var diagnostics: [Diagnostic] = []
    /// Struck text that is longer is no longer looked through: its tag was never closed.
    private static let longest = 20_000
    private static let mostListed = 50
    private static let tilde = UInt8(ascii: "~")
    private static let struck: Set<String> = ["s", "del", "strike"]

    init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func strike(_ range: Range<Int>) {
      edits.append(RepairedText.Edit(range: range))
      guard diagnostics.count < Self.mostListed else { return }
      diagnostics.append(
        Diagnostic(.textStruck, "Text is struck out; it was left out.", at: SourceRange(range)))
    }

    // MARK: Tags

    mutating func findTags() {
      var index = next(UInt8(ascii: "<"), from: 0)
      while index < bytes.count {
        let tag = mayBegin(at: index) ? HTMLTag(at: index, in: bytes, to: bytes.count) : nil
        var end = index + 1
        if let tag, !tag.isClosing {
          if Self.struck.contains(tag.name), let close = close(of: tag, within: Self.longest) {
            strike(index..<close.upperBound)
            end = close.upperBound
          } else if tag.name == "sup", let close = close(of: tag, within: 64) {
            raise(tag.range, close)
            end = close.upperBound
          }
        }
        index = next(UInt8(ascii: "<"), from: end)
      }
    }

    private func next(_ byte: UInt8, from index: Int) -> Int { bytes.span.first(byte, from: index, to: bytes.count) }

    /// The cheap question whether one of the tags may stand here.
    private func mayBegin(at index: Int) -> Bool {
      guard index + 2 < bytes.count else { return false }
      let letter = bytes[index + 1] | 0x20
      return letter == UInt8(ascii: "s") || letter == UInt8(ascii: "d")
    }

    /// The tag that closes another of its name; nil where a cell or the text ends before.
    private func close(of open: HTMLTag, within length: Int) -> Range<Int>? {
      let limit = min(bytes.count, open.range.upperBound + length)
      var index = bytes.span.first(UInt8(ascii: "<"), from: open.range.upperBound, to: limit)
      while index < limit {
        if let tag = HTMLTag(at: index, in: bytes, to: limit) {
          if tag.name == open.name { return tag.isClosing ? tag.range : nil }
          if tag.name == "td" || tag.name == "th" || tag.name == "table" { return nil }
        }
        index = bytes.span.first(UInt8(ascii: "<"), from: index + 1, to: limit)
      }
      return nil
    }

    /// A footnote's mark, unless a letter stands before: m<sup>2</sup>, 1<sup>st</sup>.
    private mutating func raise(_ open: Range<Int>, _ close: Range<Int>) {
      let mark = TextLines.trimmed(open.upperBound..<close.lowerBound, in: bytes)
      guard !mark.isEmpty, mark.count <= 12, isMark(mark), !isBehindLetter(open.lowerBound) else { return }
      let mayBePower = isBehindTen(open.lowerBound) && bytes[mark].allSatisfy { (0x30...0x39).contains($0) }
      edits.append(RepairedText.Edit(range: open, replacement: Array((mayBePower ? "^" : "^{").utf8)))
      edits.append(RepairedText.Edit(range: close, replacement: mayBePower ? [] : [UInt8(ascii: "}")]))
    }

    /// Digits, brackets and the signs of notes alone.
    private func isMark(_ range: Range<Int>) -> Bool {
      String(decoding: bytes[range], as: UTF8.self).unicodeScalars.allSatisfy {
        "0123456789０１２３４５６７８９()（）[]*＊※注,、".unicodeScalars.contains($0)
      }
    }

    private func isBehindLetter(_ index: Int) -> Bool {
      index > 0 && (0x41...0x5A).contains(bytes[index - 1] & 0xDF) && bytes[index - 1] < 0x80
    }

    private func isBehindTen(_ index: Int) -> Bool {
      guard index >= 2, bytes[index - 2] == UInt8(ascii: "1"), bytes[index - 1] == UInt8(ascii: "0") else {
        return false
      }
      return index == 2 || !(0x2C...0x39).contains(bytes[index - 3])
    }

    // MARK: Tildes

    /// ~~ and ~~ in one line and one cell, with the text close to both.
    mutating func findTildes() {
      var index = next(Self.tilde, from: 0)
      var last = 0
      var open: Int?
      while index < bytes.count {
        let end = endOfTildes(index)
        if open != nil, holdsCellEnd(last..<index) { open = nil }
        last = end
        if end - index == 2 {
          if let start = open, !isBlank(index - 1) {
            strike(start..<end)
            open = nil
          } else if end < bytes.count, !isBlank(end) {
            open = index
          }
        }
        index = next(Self.tilde, from: end)
      }
    }

    private func endOfTildes(_ start: Int) -> Int {
      var end = start
      while end < bytes.count, bytes[end] == Self.tilde { end += 1 }
      return end
    }

    private func isBlank(_ index: Int) -> Bool { bytes[index] <= 0x20 }

    private func holdsCellEnd(_ range: Range<Int>) -> Bool {
      bytes[range].contains { $0 == Ascii.lineFeed || $0 == Ascii.pipe || $0 == Ascii.tab }
    }
  }
}
