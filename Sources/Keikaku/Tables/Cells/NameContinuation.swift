/// Whether a wrapped name goes on in the next row.
enum NameContinuation {
  /// The name cannot end here: a bracket is open, or it ends with a particle or a middle dot.
  static func isOpen(_ name: String) -> Bool {
    var depth = 0
    for scalar in name.unicodeScalars {
      if isOpening(scalar) { depth += 1 } else if isClosing(scalar) { depth -= 1 }
    }
    if depth > 0 { return true }
    guard let last = name.unicodeScalars.last else { return false }
    return endsOpen.contains(last)
  }

  private static let endsOpen = Array("の・、をにへがはでとや,，".unicodeScalars)

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "(", "[", "「", "『", "【": true
    default: false
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "）", ")", "]", "」", "』", "】": true
    default: false
    }
  }

  /// 目標値（令和: the text breaks off behind a bracket that it opens.
  static func isOpenInBracket(_ text: String) -> Bool { isOpen(text) && text.folded.contains("(") }

  /// 度）: the text closes a bracket that it does not open.
  static func closesUnopened(_ text: String) -> Bool {
    var depth = 0
    for scalar in text.unicodeScalars where isOpening(scalar) || isClosing(scalar) {
      depth += isOpening(scalar) ? 1 : -1
      if depth < 0 { return true }
    }
    return false
  }

  /// The text cannot begin a name: a closing bracket comes before an opening one, or it is a bracket, or begins small.
  static func continues(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if "）)」』】ょゃゅっァィゥェォッャュョー、。・をがのにへはで（([〔［".contains(first) { return true }
    if beginnings.contains(where: { text.hasPrefix($0) }) { return true }
    let bracket = text.first { "（(「『【）)」』】".contains($0) }
    return bracket.map { "）)」』】".contains($0) } ?? false
  }

  /// In letters: 児童数 may be the end of a name that was wrapped.
  static let longestEnd = 4

  /// The text ends with the word for what is counted or measured, perhaps with a bracket behind it.
  static func endsAsName(_ text: String) -> Bool {
    var bare = text.folded[...]
    while bare.hasSuffix(")"), let open = bare.lastIndex(of: "(") { bare = bare[..<open] }
    return endings.contains(where: bare.hasSuffix)
  }

  private static let endings = ["数", "率", "割合", "額", "量", "人口", "面積", "度", "比", "高", "件", "人", "等", "時間", "距離"]

  /// Each of two lines ends as names do, and the second begins anew and is too long for the end of a word.
  static func areTwoNames(_ text: String, _ next: String) -> Bool {
    next.count > longestEnd && endsAsName(text) && endsAsName(next) && !isOpen(text) && !continues(next)
  }

  /// The text ends as the titles of goals and measures do: with what is to be done.
  static func endsAsTitle(_ text: String) -> Bool { titles.contains(where: text.hasSuffix) }

  private static let titles = [
    "推進", "促進", "充実", "振興", "形成", "整備", "強化", "確保", "向上", "創出", "拡大", "活性化", "支援", "育成", "保全", "活用", "対策", "継承", "保存",
    "づくり", "実現", "対応", "化",
  ]

  private static let beginnings = [
    "と答え", "と感じ", "と思", "と回答", "と考え", "とする", "とした", "している", "する", "した", "される", "された", "に対する", "における", "による", "に関する",
  ]
}
