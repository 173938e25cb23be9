import KeikakuText

/// What a header cell's words say its column holds.
struct HeaderWord: Hashable, Sendable {
  var role: ColumnRole
  /// Words such as 指標 and KPI stand in it, which only a table of the plan's own figures has.
  var saysIndicator = false
  /// The name of the column may as well be meant as its target: 数値目標, KPI. The column's content decides.
  var isAmbiguous = false
  /// One column for two values: 現状値→目標値.
  var isPair = false
  var isCumulative = false
  /// Nothing but header words, years and what may stand beside them.
  var isComplete = true
  /// 計画 heads targets in a table of indicators; by itself it makes none, for budgets have it too.
  var isWeak = false
}

extension ColumnRole {
  /// 2030年度（目標年） and 最終年度（R12） name the year itself, so their columns hold what is aimed at in that year.
  fileprivate var ofCertainYear: ColumnRole {
    switch self {
    case .targetYear: .target
    case .baselineYear: .baseline
    default: self
    }
  }
}

/// The header words of a lexicon, ready for look-up.
final class HeaderLexicon: Sendable {
  private enum Word: Sendable {
    case role(ColumnRole)
    case neutral, indicator
  }

  /// Those of the lexicon in use, a user's words among them.
  private let roles: WordTrie<ColumnRole>
  private let sideRoles: WordTrie<ColumnRole>
  private let neutral: WordTrie<Bool>
  private let indicator: WordTrie<Bool>
  private let cumulative: WordTrie<Bool>

  /// Those of the roles and of the neutral words.
  private let beginnings: WordBeginnings

  /// A header may begin with this many bytes of other words: めざす姿の成果指標名.
  private static let longestPrefix = 36

  init(_ lexicon: Lexicon) {
    roles = lexicon.columnRoles
    sideRoles = Self.sideRoles
    neutral = HeaderSideWords.neutralWords
    indicator = Self.indicator
    cumulative = Self.cumulative
    var beginnings = roles.beginnings
    beginnings.formUnion(sideRoles.beginnings)
    beginnings.formUnion(neutral.beginnings)
    self.beginnings = beginnings
  }

  // What no lexicon changes is made once in a process.
  private static let sideRoles = WordTrie(HeaderSideWords.words)
  private static let indicator = WordTrie(HeaderSideWords.indicators.map { ($0, true) })
  private static let cumulative = WordTrie(HeaderSideWords.cumulative.map { ($0, true) })

  /// The longest word at an offset, from the lexicon in use or the words beside figures.
  private func role(in bytes: borrowing Span<UInt8>, at index: Int, limit: Int) -> (value: ColumnRole, length: Int)? {
    let first = roles.longestMatch(in: bytes, at: index, limit: limit)
    guard let other = sideRoles.longestMatch(in: bytes, at: index, limit: limit) else { return first }
    return first.map { $0.length >= other.length ? $0 : other } ?? other
  }

  /// What a compact text says as a header; nil where it is none.
  func header(in bytes: borrowing Span<UInt8>, range: Range<Int>) -> HeaderWord? {
    let range = Self.withoutLegend(bytes, range)
    var reading = Reading()
    var index = range.lowerBound
    while index < range.upperBound {
      let mayBegin = beginnings.mayBegin(in: bytes, at: index, limit: range.upperBound)
      if mayBegin, let match = role(in: bytes, at: index, limit: range.upperBound) {
        note(bytes, index, range.upperBound, in: &reading)
        if match.value == .year, index > range.lowerBound, Self.endsYearNumber(bytes, range.lowerBound..<index) {
          reading.hasYear = true
        } else {
          if Self.others.whole(bytes, from: index, to: index + match.length) != nil,
            belongsToNext(bytes, index + match.length, range.upperBound)
          {
            reading.isOfOthers = true
          }
          if match.value == .baseline, bytes.holds(Self.standard.span, at: index),
            Self.limits(bytes, range.lowerBound..<index, isValue: match.length > Self.standard.count)
          {
            reading.meetStandard()
          }
          reading.take(match.value)
        }
        index += match.length
      } else if mayBegin, let match = neutral.longestMatch(in: bytes, at: index, limit: range.upperBound) {
        note(bytes, index, range.upperBound, in: &reading)
        if Self.superseded.whole(bytes, from: index, to: index + match.length) != nil,
          match.length > 3 || index == range.lowerBound
        {
          reading.isOfOthers = true
        }
        index += match.length
      } else {
        let (scalar, length) = bytes.scalar(at: index, limit: range.upperBound)
        reading.skip(scalar, length)
        index += length
        if reading.isHopeless(longestPrefix: Self.longestPrefix) { return nil }
      }
    }
    return reading.header(longestPrefix: Self.longestPrefix) ?? Self.planned(bytes, range)
  }

  /// 県の目標値 and 県平均実績: の or a header word stands right behind it. In 国保税収納率 the letter means something else.
  private func belongsToNext(_ bytes: borrowing Span<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return false }
    return bytes[index] == UInt8(ascii: "(") || bytes.holds(Self.of.span, at: index)
      || role(in: bytes, at: index, limit: limit) != nil
  }

  private static let of = Array("の".utf8)

  /// 評価 of 評価：◎100%以上 ○80%以上: the word before a legend of grades.
  private static func withoutLegend(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let colon = bytes.first(UInt8(ascii: ":"), from: range.lowerBound, to: range.upperBound)
    guard colon < range.upperBound, colon > range.lowerBound else { return range }
    let isLegend = legendMarks.occurs(in: bytes, from: colon + 1, to: range.upperBound)
    return isLegend ? range.lowerBound..<colon : range
  }

  private static let legendMarks = WordTrie(["◎", "○", "△", "×"].map { ($0, true) })

  /// 環境基準 is a limit whatever stands before it; a 基準値 is one where the words say so.
  private static func limits(_ bytes: borrowing Span<UInt8>, _ before: Range<Int>, isValue: Bool) -> Bool {
    let words = String(decoding: before.map { bytes[$0] }, as: UTF8.self)
    return !isValue && !words.hasSuffix("計画") && !words.hasSuffix("計画の") || limitWords.contains(where: words.contains)
  }

  private static let limitWords = ["健全化", "再生", "環境", "管理", "国", "県", "判定", "設置", "許可", "最低", "安全", "排出", "水質", "規制"]
  private static let standard = Array("基準".utf8)
  private static let others = WordTrie(HeaderSideWords.others.map { ($0, true) })
  /// Figures that no longer hold: 変更前（目標値） beside 変更後.
  private static let superseded = WordTrie(HeaderSideWords.superseded.map { ($0, true) })
  private static let plan = Array("計画".utf8)
  /// How the words for revised figures end.
  private static let after = Array("後".utf8)
  /// In bytes: a word of five letters and a year in brackets.
  private static let longestPlanned = 45

  /// 計画 alone or behind a year stands over what is planned for it; in a longer word it names the plan. 見直し後（R6） stands over
  /// what is aimed at since.
  private static func planned(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> HeaderWord? {
    // Most texts are told by one look at their bytes.
    guard range.count >= plan.count, range.count <= longestPlanned,
      bytes.holds(plan.span, at: range.upperBound - plan.count)
        || range.contains(where: { bytes[$0] == after[0] && bytes.holds(after.span, at: $0) })
    else { return nil }
    let text = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    let rest =
      revised.first(where: text.contains).map { text.replacing($0, with: "") }
      ?? (text.hasSuffix("計画") ? String(text.dropLast(2)) : nil)
    guard let year = rest?.filter({ !"()".contains($0) }) else { return nil }
    return year.isEmpty || ValueLook.isYear(year) ? HeaderWord(role: .target, isWeak: true) : nil
  }

  private static let revised = ["見直し後", "修正後", "変更後", "改定後", "改訂後"]

  /// A digit or 元 stands right before 年 or 年度, which then is the unit of a certain year and names no column of years.
  private static func endsYearNumber(_ bytes: borrowing Span<UInt8>, _ before: Range<Int>) -> Bool {
    var end = before.upperBound
    // The same year of the other calendar stands between: 令和5(2023)年度.
    if bytes[end - 1] == UInt8(ascii: ")") {
      end -= 1
      while end > before.lowerBound, bytes[end - 1] >= 0x30, bytes[end - 1] <= 0x39 { end -= 1 }
      guard end > before.lowerBound + 1, bytes[end - 1] == UInt8(ascii: "(") else { return false }
      end -= 1
    }
    let before = before.lowerBound..<end
    let last = bytes[before.upperBound - 1]
    if last >= 0x30, last <= 0x39 { return true }
    return before.count >= 3 && last == 0x83 && bytes[before.upperBound - 2] == 0x85
      && bytes[before.upperBound - 3] == 0xE5
  }

  /// Marks of the word at an offset that bear on the whole header.
  private func note(_ bytes: borrowing Span<UInt8>, _ index: Int, _ limit: Int, in reading: inout Reading) {
    if cumulative.longestMatch(in: bytes, at: index, limit: limit) != nil { reading.isCumulative = true }
    var position = index
    // 成果指標 and 施策の指標名 say it as well as 指標: look inside the matched word too, a few characters on.
    while position < min(limit, index + 24) {
      if indicator.longestMatch(in: bytes, at: position, limit: limit) != nil { reading.saysIndicator = true }
      position += bytes.scalar(at: position, limit: limit).1
    }
  }

  /// The words met on the way through a header.
  private struct Reading {
    var outside: [ColumnRole] = []
    var inside: ColumnRole?
    var depth = 0
    var prefixBytes = 0
    /// Bytes of other words since the last header word, outside brackets.
    var tailBytes = 0
    var saysIndicator = false
    var isCumulative = false
    var hasArrow = false
    /// A certain year stands in the header: 令和7年度.
    var hasYear = false
    /// A number stands in brackets: (R7).
    var hasBracketedNumber = false
    /// A number stands outside of them: R10(最終年度).
    var hasNumber = false
    /// The figures are another body's, or no longer hold.
    var isOfOthers = false
    /// 早期健全化基準 and 環境基準値 are limits set by others; 基準 behind no other word is where the plan starts.
    var isLimit = false

    mutating func meetStandard() { isLimit = isLimit || depth == 0 && tailBytes > 0 }

    mutating func take(_ role: ColumnRole) {
      guard depth == 0 else {
        inside = inside ?? role
        return
      }
      // A year beside a value word is its date: 目標値(年度).
      if role == .year, !outside.isEmpty, outside.last != .target, outside.last != .baseline { return }
      if outside.isEmpty { prefixBytes = tailBytes }
      tailBytes = 0
      outside.append(role)
    }

    mutating func skip(_ scalar: UInt32, _ length: Int) {
      if (0x30...0x39).contains(scalar) {
        if depth > 0 { hasBracketedNumber = true } else { hasNumber = true }
      }
      switch scalar {
      case 0x28, 0x5B, 0x7B, 0x3010, 0x3014, 0x300A, 0x3008, 0x300C: depth += 1
      case 0x29, 0x5D, 0x7D, 0x3011, 0x3015, 0x300B, 0x3009, 0x300D: depth = max(0, depth - 1)
      case 0x2190...0x21FF, 0x27A1: hasArrow = true
      case 0x21...0x7E where !(0x41...0x5A).contains(scalar) && !(0x61...0x7A).contains(scalar): break
      case 0x48, 0x52, 0x53, 0x68, 0x72, 0x73: break
      case 0x30FB, 0x301C, 0x203B, 0x2010...0x2015, 0x25A0...0x25CF, 0x3001, 0x2460...0x2473, 0x2605, 0x2606: break
      default: if depth == 0 { tailBytes += length }
      }
    }

    /// More stands before the first header word than any header begins with.
    func isHopeless(longestPrefix: Int) -> Bool { outside.isEmpty && tailBytes > longestPrefix }

    func header(longestPrefix: Int) -> HeaderWord? {
      guard var role = outside.last ?? (tailBytes == 0 ? inside : nil) else { return nil }
      guard outside.isEmpty || (tailBytes == 0 && prefixBytes <= longestPrefix) else { return nil }
      if hasYear || hasBracketedNumber || outside.isEmpty && hasNumber { role = role.ofCertainYear }
      // A column of names has no year: 中間目標指標(R5) are two cells that a converter ran together.
      if role == .name, hasBracketedNumber, outside.contains(.target) { role = .target }
      if role == .actual, outside.contains(.baseline) { role = .baseline }
      if role == .baseline && isLimit || role.isValue && isOfOthers { role = .forecast }
      if role == .year, outside.count > 1 {
        role = outside[outside.count - 2] == .target ? .targetYear : .baselineYear
      }
      var header = HeaderWord(role: role, saysIndicator: saysIndicator, isCumulative: isCumulative)
      header.isAmbiguous = role == .name && saysIndicator
      header.isPair = hasArrow && outside.contains(.baseline) && outside.contains(.target)
      header.isComplete = prefixBytes == 0
      return header
    }
  }
}
