/// How a heading or an item is numbered: 第1章, 1-1-2, (1), ①, Ⅲ, ア.
struct Numbering: Hashable, Sendable {
  var style: Heading.NumberStyle
  /// In ASCII digits, parts joined by `-`.
  var number: String
  /// Offset of the first byte behind it.
  var end: Int
  /// More circled numbers that follow the first: the ⑫ of ⑪⑫.
  var further: [String] = []
  /// White on black, as ❶ is: ① below ❶ counts within it.
  var isFilled = false
  /// Whether it was written in Roman letters that recognition takes for a 1: I, l, Ⅰ.
  var mayBeOne = false

  /// Reads the numbering at the beginning of a range, or nil where none stands.
  ///
  /// A number without bracket or full stop needs a blank behind it: 3つの施策 and 5年間 are none.
  static func read(_ bytes: [UInt8], _ range: Range<Int>, afterLabel: Bool = false) -> Numbering? {
    var cursor = ScalarCursor(bytes, range)
    guard let (first, width) = cursor.peek() else { return nil }
    switch first {
    case 0x7B2C: return chapter(&cursor)  // 第
    case 0x2460...0x2473, 0x3251...0x325F, 0x2776...0x277F, 0x24EB...0x24F4, 0x2780...0x2793: return circled(&cursor)
    case 0x2474...0x2487:
      cursor.skip(width)
      return Numbering(style: .parenthesized, number: String(first - 0x2473), end: cursor.offset)
    case 0x28: return parenthesized(&cursor)
    case 0x30...0x39: return decimal(&cursor, afterLabel: afterLabel)
    case 0x2160...0x216B, 0x2170...0x217B, 0x49, 0x56, 0x58, 0x6C: return roman(&cursor, afterLabel: afterLabel)
    case 0x30A2...0x30F3: return letter(&cursor, style: .kana, afterLabel: afterLabel)
    case 0x41...0x48 where afterLabel: return letterAfterLabel(&cursor)
    case 0x41...0x46, 0x61...0x66: return letterPath(cursor) ?? letter(&cursor, style: .letter)
    case 0x4E00...0x9FA0 where afterLabel: return kanji(&cursor)
    default: return nil
    }
  }

  /// A digit, a Roman numeral or a circled number, of any width.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19, 0x2160...0x216B, 0x2460...0x2473, 0x49, 0x56, 0x58: true
    default: false
    }
  }

  // MARK: The styles

  private static func chapter(_ cursor: inout ScalarCursor) -> Numbering? {
    _ = cursor.next()
    cursor.skipBlanks()
    let mayBeOne = cursor.peek().map { [0x2160, 0x49, 0x6C].contains($0.scalar) } ?? false
    guard let number = arabic(&cursor) ?? romanValue(&cursor) ?? kanjiValue(&cursor) else { return nil }
    let sawBlank = cursor.skipBlanks()
    let style: Heading.NumberStyle
    switch cursor.peek()?.scalar {
    case 0x7AE0: style = .chapter  // 章
    case 0x7BC0: style = .section  // 節
    case 0x90E8, 0x7DE8: style = .part  // 部 編
    case 0x9805: style = .subsection  // 項
    default:
      // 第1 基本的な考え方: a bare ordinal heads where a blank follows; 第2期, 第5次 do not.
      guard sawBlank, !cursor.isAtEnd else { return nil }
      return Numbering(style: .ordinal, number: String(number), end: cursor.offset, mayBeOne: mayBeOne)
    }
    cursor.skip(3)
    return Numbering(style: style, number: String(number), end: cursor.offset, mayBeOne: mayBeOne)
  }

  private static func circled(_ cursor: inout ScalarCursor) -> Numbering? {
    var numbers: [String] = []
    let isFilled = cursor.peek().map { isFilledCircle($0.scalar) } ?? false
    while let (scalar, width) = cursor.peek(), let value = circledValue(scalar) {
      numbers.append(String(value))
      cursor.skip(width)
    }
    // ①－1 企業誘致の推進 is measure 1-1.
    if numbers.count == 1, let parts = furtherParts(&cursor) {
      return Numbering(style: .circled, number: numbers[0] + parts.number, end: cursor.offset)
    }
    return Numbering(
      style: .circled, number: numbers[0], end: cursor.offset, further: Array(numbers.dropFirst()), isFilled: isFilled)
  }

  private static func isFilledCircle(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2776...0x277F, 0x278A...0x2793, 0x24EB...0x24F4: true
    default: false
    }
  }

  static func circledValue(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x2460...0x2473: Int(scalar) - 0x245F
    case 0x3251...0x325F: Int(scalar) - 0x323C
    case 0x2776...0x277F: Int(scalar) - 0x2775
    case 0x2780...0x2789: Int(scalar) - 0x277F
    case 0x278A...0x2793: Int(scalar) - 0x2789
    case 0x24EB...0x24F4: Int(scalar) - 0x24E0
    default: nil
    }
  }

  private static func parenthesized(_ cursor: inout ScalarCursor) -> Numbering? {
    _ = cursor.next()
    cursor.skipBlanks()
    guard let (first, width) = cursor.peek() else { return nil }
    var number: String?
    var style = Heading.NumberStyle.parenthesized
    if (0x30A2...0x30F3).contains(first) {
      cursor.skip(width)
      number = kanaValue(first).map(String.init)
      style = .kana
    } else {
      number =
        (hyphenated(&cursor)?.number ?? romanValue(&cursor).map(String.init)) ?? kanjiValue(&cursor).map(String.init)
    }
    cursor.skipBlanks()
    guard let number, cursor.take(")") else { return nil }
    return Numbering(style: style, number: number, end: cursor.offset)
  }

  private static func decimal(_ cursor: inout ScalarCursor, afterLabel: Bool) -> Numbering? {
    guard let (number, parts) = hyphenated(&cursor), number.utf8.count <= 12 else { return nil }
    let style: Heading.NumberStyle = parts > 1 ? .hyphenated : .decimal
    switch cursor.peek()?.scalar {
    case nil: return afterLabel || parts > 1 ? Numbering(style: style, number: number, end: cursor.offset) : nil
    case 0x2E:
      _ = cursor.next()
      return Numbering(style: parts > 1 ? .hyphenated : .decimalDot, number: number, end: cursor.offset)
    case 0x29:
      _ = cursor.next()
      return Numbering(style: .parenthesized, number: number, end: cursor.offset)
    case 0x20, 0x09, 0x3A: return Numbering(style: style, number: number, end: cursor.offset)
    case 0x3001: return beforeComma(&cursor, style, number)
    // 1章 産業のまち: without 第 it counts a chapter where a blank parts it from its title.
    case 0x7AE0 where parts == 1 && isFollowedByBlank(cursor), 0x7BC0 where parts == 1 && isFollowedByBlank(cursor):
      let style: Heading.NumberStyle = cursor.next() == 0x7AE0 ? .chapter : .section
      return Numbering(style: style, number: number, end: cursor.offset)
    // 子育て応援事業 12,300千円, 道路整備事業 1億円: what follows makes it an amount.
    case 0x2C, 0x5104, 0x4E07, 0x5343, 0x5186, 0x25: return nil
    // 1-1-2担い手の育成: three parts are no range and no figure.
    default:
      return afterLabel || parts > 2 && beginsTitle(cursor)
        ? Numbering(style: style, number: number, end: cursor.offset) : nil
    }
  }

  /// 1、策定の趣旨; the 1 of 1、2年生 is one of two figures.
  private static func beforeComma(
    _ cursor: inout ScalarCursor, _ style: Heading.NumberStyle, _ number: String
  ) -> Numbering? {
    _ = cursor.next()
    if let next = cursor.peek()?.scalar, next.digitValue != nil { return nil }
    return Numbering(style: style, number: number, end: cursor.offset)
  }

  private static func isFollowedByBlank(_ cursor: ScalarCursor) -> Bool {
    var cursor = cursor
    _ = cursor.next()
    return cursor.skipBlanks()
  }

  /// A kanji or kana, as titles begin with.
  private static func beginsTitle(_ cursor: ScalarCursor) -> Bool {
    cursor.peek().map { (0x3041...0x9FFF).contains($0.scalar) } ?? false
  }

  /// 1, 1-1, 1－1－2, 1.1: each part at most two digits, so that years and figures are none.
  private static func hyphenated(_ cursor: inout ScalarCursor) -> (number: String, parts: Int)? {
    guard let first = arabic(&cursor), first < 100 else { return nil }
    let further = furtherParts(&cursor)
    return (String(first) + (further?.number ?? ""), 1 + (further?.parts ?? 0))
  }

  /// -1-2 behind the first part of a number; nil where none follows.
  private static func furtherParts(_ cursor: inout ScalarCursor) -> (number: String, parts: Int)? {
    var number = ""
    var parts = 0
    while parts < 4 {
      var probe = cursor
      guard let separator = probe.next(), [0x2D, 0x2E, 0x30FC].contains(separator),
        let next = arabic(&probe) ?? circledPart(&probe) ?? bracketedPart(&probe), next < 100
      else { break }
      number += "-\(next)"
      parts += 1
      cursor = probe
    }
    return parts > 0 ? (number, parts) : nil
  }

  /// The ① of 1-①.
  private static func circledPart(_ cursor: inout ScalarCursor) -> Int? {
    guard let (scalar, width) = cursor.peek(), let value = circledValue(scalar) else { return nil }
    cursor.skip(width)
    return value
  }

  /// The (1) of 1-(1).
  private static func bracketedPart(_ cursor: inout ScalarCursor) -> Int? {
    var probe = cursor
    guard probe.take("("), let value = arabic(&probe), probe.take(")") else { return nil }
    cursor = probe
    return value
  }

  static func arabic(_ cursor: inout ScalarCursor) -> Int? {
    var value = 0
    var digits = 0
    while let (scalar, width) = cursor.peek(), let digit = scalar.digitValue, digits < 4 {
      value = value * 10 + digit
      digits += 1
      cursor.skip(width)
    }
    return digits > 0 ? value : nil
  }

  private static func roman(_ cursor: inout ScalarCursor, afterLabel: Bool) -> Numbering? {
    let first = cursor.peek()?.scalar ?? 0
    guard let value = romanValue(&cursor) else { return nil }
    let mayBeOne = value == 1 && (first == 0x49 || first == 0x6C || first == 0x2160)
    if let path = path(behind: value, cursor) { return path }
    let numbering = Numbering(style: .roman, number: String(value), end: cursor.offset, mayBeOne: mayBeOne)
    switch cursor.peek()?.scalar {
    case 0x2E, 0x3001:
      _ = cursor.next()
      return Numbering(style: .roman, number: String(value), end: cursor.offset, mayBeOne: mayBeOne)
    // ⅰ：国の計画にあるもの explains a mark.
    case 0x3A where (0x2170...0x217B).contains(first): return nil
    case 0x20, 0x09, 0x3A, nil: return numbering
    // The I of ICT counts nothing.
    case let next? where (0x41...0x5A).contains(next) || (0x61...0x7A).contains(next):
      return first >= 0x2160 ? numbering : nil
    // Ⅰ as a character of its own may stand right before the title; the letters I and V may not.
    default: return afterLabel || first >= 0x2160 ? numbering : nil
    }
  }

  /// Ⅰ－１, Ⅱ-2-1: a count that goes on behind the numeral.
  private static func path(behind value: Int, _ cursor: ScalarCursor) -> Numbering? {
    var probe = cursor
    guard let separator = probe.next(), [0x2D, 0x30FC].contains(separator), let rest = hyphenated(&probe) else {
      return nil
    }
    switch probe.peek()?.scalar {
    case nil, 0x20, 0x09, 0x3A, 0x3001, 0x2E: break
    default: return nil
    }
    return Numbering(style: .hyphenated, number: "\(value)-\(rest.number)", end: probe.offset)
  }

  static func romanValue(_ cursor: inout ScalarCursor) -> Int? {
    guard let (first, width) = cursor.peek() else { return nil }
    if (0x2160...0x216B).contains(first) {
      cursor.skip(width)
      return Int(first) - 0x215F
    }
    if (0x2170...0x217B).contains(first) {
      cursor.skip(width)
      return Int(first) - 0x216F
    }
    var letters = ""
    var probe = cursor
    while let (scalar, width) = probe.peek(), letters.utf8.count < 5, let letter = romanLetter(scalar) {
      letters.append(letter)
      probe.skip(width)
    }
    guard let value = romanNumerals.firstIndex(of: letters) else { return nil }
    cursor = probe
    return value + 1
  }

  private static let romanNumerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

  private static func romanLetter(_ scalar: UInt32) -> Character? {
    switch scalar {
    case 0x49, 0x6C: "I"
    case 0x56: "V"
    case 0x58: "X"
    default: nil
    }
  }

  private static func letter(
    _ cursor: inout ScalarCursor, style: Heading.NumberStyle, afterLabel: Bool = false
  ) -> Numbering? {
    guard let scalar = cursor.next() else { return nil }
    let value = style == .kana ? kanaValue(scalar) : Int((scalar | 0x20) - 0x60)
    guard let value else { return nil }
    switch cursor.peek()?.scalar {
    case 0x2E, 0x29:
      _ = cursor.next()
      return Numbering(style: style, number: String(value), end: cursor.offset)
    case 0x20 where style == .kana: return Numbering(style: style, number: String(value), end: cursor.offset)
    // 施策ア：トマト産地の拡大, and 施策ア alone in its line.
    case nil where afterLabel, 0x3A where afterLabel:
      return Numbering(style: style, number: String(value), end: cursor.offset)
    default: return nil
    }
  }

  /// 基本目標Ａ, 基本施策D2: a letter alone behind a label, or one with a count within it. H27 is a year.
  private static func letterAfterLabel(_ cursor: inout ScalarCursor) -> Numbering? {
    if let path = letterPath(cursor) { return path }
    guard let scalar = cursor.next() else { return nil }
    if scalar < 0x48, let count = arabic(&cursor) {
      let isWhole = cursor.peek().map { [0x20, 0x09, 0x3A].contains($0.scalar) } ?? true
      return isWhole && count < 100
        ? Numbering(style: .hyphenated, number: "\(scalar - 0x40)-\(count)", end: cursor.offset) : nil
    }
    switch cursor.peek()?.scalar {
    case nil, 0x20, 0x09, 0x3A, 0x3001, 0x2E, 0x29:
      return Numbering(style: .letter, number: String(Int(scalar - 0x40)), end: cursor.offset)
    default: return nil
    }
  }

  /// A-1, Ｂ－２: counted below the goal with the letter. A-1グランプリ is a name.
  private static func letterPath(_ cursor: ScalarCursor) -> Numbering? {
    var probe = cursor
    guard let scalar = probe.next(), (0x41...0x48).contains(scalar) else { return nil }
    return path(behind: Int(scalar - 0x40), probe)
  }

  private static let kanaOrder: [UInt32] = "アイウエオカキクケコサシスセソタチツテト".unicodeScalars.map(\.value)

  private static func kanaValue(_ scalar: UInt32) -> Int? { kanaOrder.firstIndex(of: scalar).map { $0 + 1 } }

  /// 基本目標一; the 一 of 施策一覧 and 事業一般 begins a word.
  private static func kanji(_ cursor: inout ScalarCursor) -> Numbering? {
    let isFirst = cursor.peek()?.scalar == kanjiDigits[0]
    guard let value = kanjiValue(&cursor), !isFirst || !wordsWithOne.contains(cursor.peek()?.scalar ?? 0) else {
      return nil
    }
    return Numbering(style: .decimal, number: String(value), end: cursor.offset)
  }

  private static let wordsWithOne: Set<UInt32> = Set("覧体部般定式環貫層時次元律致斉助括".unicodeScalars.map(\.value))

  private static let kanjiDigits: [UInt32] = "一二三四五六七八九".unicodeScalars.map(\.value)

  /// 一 to 九十九.
  private static func kanjiValue(_ cursor: inout ScalarCursor) -> Int? {
    var value = 0
    var current = 0
    var taken = 0
    while let (scalar, width) = cursor.peek(), taken < 3 {
      if let digit = kanjiDigits.firstIndex(of: scalar) {
        current = digit + 1
      } else if scalar == 0x5341 {  // 十
        value += max(1, current) * 10
        current = 0
      } else {
        break
      }
      taken += 1
      cursor.skip(width)
    }
    return taken > 0 ? value + current : nil
  }
}
