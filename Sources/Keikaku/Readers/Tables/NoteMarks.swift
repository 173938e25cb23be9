import KeikakuText

/// Marks that tie a name or a value to a footnote: ※1, ^{※1}, *, 注1), （※2）, [^1].
enum NoteMarks {
  /// A text without its note marks, and the marks as written and folded.
  static func split(_ text: String) -> (text: String, marks: [String]) {
    guard signs.occurs(in: text) else { return (text, []) }
    var scanner = Scanner(text)
    scanner.run()
    guard !scanner.marks.isEmpty else { return (text, []) }
    return (UnitBracket.trimmed(Substring(scanner.kept)), scanner.marks)
  }

  /// Whether a text is itself a note: ※…, 注：…, 出典：….
  static func isNote(_ text: String) -> Bool { beginnings.prefix(of: text) != nil }

  private static let beginnings = words([
    "※", "＊", "*", "注）", "注)", "注：", "注:", "（注", "(注", "【注", "出典", "資料：", "資料:", "備考：", "備考:", "^{※", "注1", "注１",
    "(※", "（※",
  ])

  /// Every mark holds one of these: most texts are let go at one look.
  private static let signs = words(["※", "＊", "*", "^", "注"])

  private static func words(_ words: [String]) -> WordTrie<Bool> { WordTrie(words.map { ($0, true) }) }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var index = 0
    var kept = ""
    var marks: [String] = []

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func run() {
      while index < scalars.count {
        if let end = mark(at: index) {
          marks.append(Self.bare(scalars[index..<end]))
          index = end
        } else {
          kept.unicodeScalars.append(scalars[index])
          index += 1
        }
      }
    }

    /// Where the mark that begins here ends.
    private func mark(at start: Int) -> Int? {
      switch scalars[start] {
      case "※": return digits(from: start + 1)
      case "*", "＊":
        let end = digits(from: start + 1)
        return rest(after: end).isEmpty || end > start + 1 ? end : nil
      case "^": return start + 1 < scalars.count && scalars[start + 1] == "{" ? closing("}", from: start + 2) : nil
      case "（", "(", "[", "［": return bracketed(from: start)
      case "注":
        let end = digits(from: start + 1)
        guard end > start + 1, start > 0 else { return nil }
        let tail = rest(after: end)
        return tail.isEmpty ? end : tail == [")"] || tail == ["）"] ? scalars.count : nil
      default: return nil
      }
    }

    /// A bracket around nothing but a mark.
    private func bracketed(from start: Int) -> Int? {
      let next = start + 1
      guard next < scalars.count else { return nil }
      if scalars[start] == "[", scalars[next] == "^" { return closing("]", from: next + 1) }
      let isMark = scalars[next] == "※" || scalars[next] == "*" || scalars[next] == "＊" || scalars[next] == "注"
      guard isMark, start > 0 else { return nil }
      let end = digits(from: next + 1)
      guard end < scalars.count, ")）]］".unicodeScalars.contains(scalars[end]) else { return nil }
      return end + 1
    }

    private func digits(from start: Int) -> Int {
      var end = start
      while end < scalars.count, isDigit(scalars[end]) { end += 1 }
      // ※2018年度実績 tells of a year.
      return end - start > NoteReferences.mostDigits ? start : end
    }

    private func closing(_ scalar: Unicode.Scalar, from start: Int) -> Int? {
      scalars[start...].prefix(8).firstIndex(of: scalar).map { $0 + 1 }
    }

    private func rest(after index: Int) -> [Unicode.Scalar] { scalars[index...].filter { $0 != " " && $0 != "　" } }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
      (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
        || (0x2460...0x2473).contains(scalar.value)
    }

    private static func bare(_ mark: ArraySlice<Unicode.Scalar>) -> String {
      var text = ""
      for scalar in mark where !"^{}()（）[]［］".unicodeScalars.contains(scalar) { text.unicodeScalars.append(scalar) }
      return text.folded
    }
  }
}
