/// A page of HTML as the text that a reader sees, line by line, and the way back to the page's bytes.
///
/// Headings become Markdown's (`<h2>` is `## `), items of lists `- `, paragraphs and blocks lines of their own; what no
/// reader sees (`<head>`, scripts, readings over letters) goes. Tables stay as they are: they are read by their tags.
/// White space means nothing in HTML, so that a page in a single line says the same as one that is set out.
struct HTMLPage {
  private let bytes: [UInt8]
  private var edits: [RepairedText.Edit] = []
  private var tableDepth = 0
  private var verbatimDepth = 0
  private var isHeading = false
  /// What stands before the next text that is seen.
  private var pending = Break.none
  private var mark = ""
  private var hasText = false
  private var lineIsItem = false
  /// Tags of hidden parts that are closed nowhere below; each is searched for once.
  private var unclosed: Set<String> = []
  private var searches = 0

  private enum Break: Int { case none, line, paragraph }

  private static let hidden: Set<String> = ["head", "script", "style", "template", "rt", "rp"]
  private static let paragraphs: Set<String> = [
    "p", "ul", "ol", "dl", "table", "section", "article", "blockquote", "pre", "hr", "main", "nav", "aside", "header",
    "footer", "figure", "body", "html", "form", "fieldset", "details",
  ]
  private static let lines: Set<String> = [
    "br", "div", "li", "dt", "dd", "address", "figcaption", "caption", "summary", "legend", "option", "tr", "td", "th",
  ]

  /// The page's text; nil where the text is no page of HTML.
  ///
  /// A page begins as one (`<!DOCTYPE html>`, `<html>`); under a name that says HTML a piece of one is enough. Markdown
  /// with tables of HTML is no page: its line ends mean something.
  static func text(of source: SourceText, mediaType: String) -> RepairedText? {
    guard beginsPage(source.bytes) || mediaType == "text/html" && holdsBlocks(source.bytes) else { return nil }
    var page = HTMLPage(bytes: source.bytes)
    page.read()
    return RepairedText(source.bytes, edits: page.edits)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private static func beginsPage(_ bytes: [UInt8]) -> Bool {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }), bytes[start] == UInt8(ascii: "<") else { return false }
    let head = String(decoding: bytes[start...].prefix(512), as: UTF8.self).lowercased()
    let isDeclared = head.hasPrefix("<?xml") || head.hasPrefix("<!doctype")
    return head.hasPrefix("<html") || isDeclared && head.contains("html")
  }

  private static func holdsBlocks(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var index = span.first(UInt8(ascii: "<"), from: 0, to: span.count)
    while index < span.count {
      if let tag = HTMLTag(at: index, in: bytes, to: min(bytes.count, index + 512)), isBlock(tag.name) { return true }
      index = span.first(UInt8(ascii: "<"), from: index + 1, to: span.count)
    }
    return false
  }

  private static func isBlock(_ name: String) -> Bool {
    paragraphs.contains(name) || lines.contains(name) || headingLevel(name) != nil
  }

  private static func headingLevel(_ name: String) -> Int? {
    guard name.utf8.count == 2, name.first == "h", let level = name.last?.wholeNumberValue else { return nil }
    return (1...6).contains(level) ? level : nil
  }

  private mutating func read() {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): index = readTag(at: index)
      case UInt8(ascii: "&") where tableDepth == 0: index = readEntity(at: index)
      case let byte where tableDepth == 0 && verbatimDepth == 0 && Self.isBlank(byte): index = readBlanks(from: index)
      default: index = readText(from: index)
      }
    }
  }

  private mutating func readText(from start: Int) -> Int {
    begin(at: start)
    var end = start + 1
    while end < bytes.count, !isSpecial(bytes[end]) { end += 1 }
    return end
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    if byte == UInt8(ascii: "<") { return true }
    guard tableDepth == 0 else { return false }
    return byte == UInt8(ascii: "&") || verbatimDepth == 0 && Self.isBlank(byte)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// White space between words is one blank, and none where a line of Japanese is wrapped or begins.
  private mutating func readBlanks(from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
    let isBetween = hasText && pending == .none
    let blank: [UInt8] = isBetween && !isWrap(start..<end) ? [0x20] : []
    if bytes[start..<end] != blank[...] { edits.append(RepairedText.Edit(range: start..<end, replacement: blank)) }
    return end
  }

  /// A line end between letters of Japanese.
  private func isWrap(_ blanks: Range<Int>) -> Bool {
    guard blanks.lowerBound > 0, blanks.upperBound < bytes.count, bytes[blanks].contains(0x0A) else { return false }
    return bytes[blanks.lowerBound - 1] >= 0x80 && bytes[blanks.upperBound] >= 0x80
  }

  private mutating func readEntity(at index: Int) -> Int {
    guard let entity = HTMLEntity(at: index, in: bytes, to: bytes.count) else { return readText(from: index) }
    let before = opening(at: index)
    let range = index..<index + entity.length
    edits.append(RepairedText.Edit(range: range, replacement: before + Array(entity.text.utf8)))
    return range.upperBound
  }

  private mutating func readTag(at index: Int) -> Int {
    guard let tag = tag(at: index) else { return readText(from: index) }
    if tableDepth > 0 {
      if tag.name == "table" { tableDepth += tag.isClosing ? -1 : 1 }
      if tableDepth == 0 { pending = .paragraph }
      return tag.range.upperBound
    }
    if tag.name == "table", !tag.isClosing, !laysOut(tag) {
      pending = .paragraph
      begin(at: index)
      tableDepth = 1
      return tag.range.upperBound
    }
    let range = hiddenPart(from: tag) ?? tag.range
    edits.append(RepairedText.Edit(range: range))
    if range == tag.range { lay(tag) }
    return range.upperBound
  }

  /// Whether a table only lays the page out: a cell holds headings, or its only cell other tables. Its cells are read as the
  /// page is.
  private mutating func laysOut(_ table: HTMLTag) -> Bool {
    guard searches < Self.mostSearches else { return false }
    searches += 1
    var depth = 1
    var cells = 0
    var holdsTable = false
    var index = bytes.span.first(UInt8(ascii: "<"), from: table.range.upperBound, to: bytes.count)
    while index < bytes.count, depth > 0 {
      if let tag = HTMLTag(at: index, in: bytes, to: bytes.count) {
        switch (tag.name, tag.isClosing) {
        case ("table", false):
          depth += 1
          holdsTable = true
        case ("table", true): depth -= 1
        case ("td", false) where depth == 1, ("th", false) where depth == 1: cells += 1
        case (let name, false) where depth == 1 && Self.headingLevel(name) != nil: return true
        default: break
        }
      }
      index = bytes.span.first(UInt8(ascii: "<"), from: index + 1, to: bytes.count)
    }
    return holdsTable && cells == 1
  }

  /// Tables within tables are searched through anew each, so that they are searched through so often at most.
  private static let mostSearches = 200

  /// The tag at `<`; a comment that is closed nowhere costs one walk to the end.
  private mutating func tag(at index: Int) -> HTMLTag? {
    let isComment = bytes[index...].starts(with: "<!--".utf8)
    if isComment, unclosed.contains("!--") { return nil }
    let tag = HTMLTag(at: index, in: bytes, to: bytes.count)
    if isComment, tag == nil { unclosed.insert("!--") }
    return tag
  }

  /// From a tag that opens what no reader sees to behind its end; nil for other tags and where the end is missing.
  private mutating func hiddenPart(from tag: HTMLTag) -> Range<Int>? {
    guard !tag.isClosing, Self.hidden.contains(tag.name), !unclosed.contains(tag.name) else { return nil }
    guard let end = end(ofPart: tag) else {
      unclosed.insert(tag.name)
      return nil
    }
    return tag.range.lowerBound..<end
  }

  private func end(ofPart tag: HTMLTag) -> Int? {
    let span = bytes.span
    var index = span.first(UInt8(ascii: "<"), from: tag.range.upperBound, to: span.count)
    while index < span.count {
      if index + 1 < span.count, span[index + 1] == UInt8(ascii: "/"),
        let close = HTMLTag(at: index, in: bytes, to: bytes.count), close.name == tag.name
      {
        return close.range.upperBound
      }
      index = span.first(UInt8(ascii: "<"), from: index + 1, to: span.count)
    }
    return nil
  }

  /// What a tag does to the lines.
  private mutating func lay(_ tag: HTMLTag) {
    if let level = Self.headingLevel(tag.name) {
      pending = .paragraph
      isHeading = !tag.isClosing
      mark = tag.isClosing ? "" : String(repeating: "#", count: level) + " "
    } else if isHeading, Self.lines.contains(tag.name) {
      // A heading is one line, however it is broken.
      if mark.isEmpty { mark = " " }
    } else if Self.paragraphs.contains(tag.name) {
      pending = .paragraph
      isHeading = false
      if tag.name == "pre" { verbatimDepth = max(0, verbatimDepth + (tag.isClosing ? -1 : 1)) }
    } else if Self.lines.contains(tag.name) {
      if pending == .none { pending = .line }
      if tag.name == "li", !tag.isClosing { mark = "- " }
    }
  }

  private mutating func begin(at index: Int) {
    let before = opening(at: index)
    if !before.isEmpty { edits.append(RepairedText.Edit(range: index..<index, replacement: before)) }
  }

  /// The line end and the mark that the text beginning here wants before it. Items in paragraphs of their own are one list.
  private mutating func opening(at index: Int) -> [UInt8] {
    var before: [UInt8] = []
    if pending != .none {
      let isItem = mark == "- " || Bullets.width(at: index, in: bytes, to: bytes.count) != nil
      let needsBlank = pending == .paragraph && !(isItem && lineIsItem)
      if hasText { before = needsBlank ? [0x0A, 0x0A] : [0x0A] }
      lineIsItem = isItem
    }
    before += Array(mark.utf8)
    pending = .none
    mark = ""
    hasText = true
    return before
  }
}
