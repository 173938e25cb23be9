/// What a cell looks like, before its column is known.
enum CellShape: UInt8, Sendable {
  case empty
  /// Dashes and dots that say "no value".
  case mark
  /// An arrow or a line that carries an entry on: →, ●-----●.
  case arrow
  /// A year and nothing else: H27, 令和6年度, 2019（H31）.
  case year
  /// Four digits that are a year in a header and a number in a row.
  case bareYear
  /// A figure with at most a short unit, a date or a bracket beside it.
  case figure
  case words
  /// Words that end as a sentence, or are too many for a name.
  case prose

  var isYear: Bool { self == .year || self == .bareYear }
  /// A value or the statement that there is none.
  var isFigure: Bool { self == .figure || self == .bareYear }
  var isText: Bool { self == .words || self == .prose }
}

extension CellShape {
  /// More letters than this are a sentence, whatever its end.
  private static let longestName = 70
  /// A figure has at most this many letters outside brackets and dates.
  private static let figureLetters = 7

  /// The shape of a compact text.
  init(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    let census = Census(bytes, range)
    if census.digits == 0, census.letters == 0 {
      self = census.shapeOfSigns
    } else if let year = YearShape(bytes, range) {
      self = year == .bare ? .bareYear : .year
    } else if census.isFigure(atMost: Self.figureLetters) {
      self = .figure
    } else {
      self = census.endsSentence || census.letters > Self.longestName ? .prose : .words
    }
  }
}

/// The characters of a compact text, counted by class.
private struct Census {
  var digits = 0
  var outsideDigits = 0
  /// Letters in all, and those outside brackets that are no part of a date.
  var letters = 0
  var outsideLetters = 0
  var arrows = 0
  var dashes = 0
  var dots = 0
  var endsSentence = false
  var beginsAsFigure = false

  init(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    var depth = 0
    while index < range.upperBound {
      let (scalar, length) = bytes.scalar(at: index, limit: range.upperBound)
      let isFirst = index == range.lowerBound
      index += length
      switch scalar {
      // Kana and ideographs, which nearly all of a text are.
      case 0x3400...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA:
        letters += 1
        if depth == 0, !Self.isDateLetter(scalar) { outsideLetters += 1 }
      case 0x30...0x39:
        digits += 1
        if depth == 0 { outsideDigits += 1 }
      case 0x28, 0x5B, 0x3014, 0x3010: depth += 1
      case 0x29, 0x5D, 0x3015, 0x3011: depth = max(0, depth - 1)
      case 0x2190...0x21FF, 0x27A1, 0x2794...0x27BF, 0x25B6, 0x25BA, 0x3E: arrows += 1
      case 0x2D, 0x2010...0x2015, 0x2212, 0x30FC, 0xFF0D, 0x2500, 0x2501, 0x7E, 0x301C, 0xFF5E: dashes += 1
      case 0x2026, 0x2025, 0x2E, 0x2F, 0x30FB, 0x5C, 0x2A: dots += 1
      default: count(scalar, isOutside: depth == 0)
      }
      if isFirst { beginsAsFigure = Self.mayBeginFigure(scalar) }
      endsSentence = scalar == 0x3002
    }
  }

  private mutating func count(_ scalar: UInt32, isOutside: Bool) {
    guard Self.isLetter(scalar) else { return }
    letters += 1
    if isOutside, !Self.isDateLetter(scalar) { outsideLetters += 1 }
  }

  var shapeOfSigns: CellShape {
    if arrows > 0 || dashes >= 3 { return .arrow }
    return dashes + dots > 0 ? .mark : .words
  }

  func isFigure(atMost limit: Int) -> Bool {
    guard digits > 0, !endsSentence else { return false }
    return beginsAsFigure ? outsideLetters <= limit : outsideLetters <= 3 && outsideDigits > 0
  }

  /// Whether it is a letter beside kana and the common ideographs.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xF900...0xFAFF, 0x20000...0x2FFFF: true
    default: false
    }
  }

  /// 平令昭元年度月日末 H R
  private static func isDateLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5E73, 0x4EE4, 0x662D, 0x5143, 0x5E74, 0x5EA6, 0x6708, 0x65E5, 0x672B, 0x48, 0x52: true
    default: false
    }
  }

  /// A digit, a sign, a bracket, 約 年 毎 累 延 全 計, an era.
  private static func mayBeginFigure(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x2B, 0x2D, 0x2212, 0xFF0D, 0x25B2, 0x25B3, 0xB1, 0x28, 0x7E, 0x7D04, 0x5E74, 0x6BCE, 0x7D2F,
      0x5EF6,
      0x5168, 0x8A08, 0x5E73, 0x4EE4, 0x662D, 0x48, 0x52:
      true
    default: false
    }
  }
}

/// Whether a text is a year or a range of years and nothing else.
enum YearShape {
  /// Four digits alone.
  case bare
  case marked

  private static let longest = 48

  init?(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= Self.longest else { return nil }
    var signs = YearSigns()
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = bytes.scalar(at: index, limit: range.upperBound)
      guard signs.take(scalar) else { return nil }
      index += length
    }
    guard let shape = signs.shape else { return nil }
    self = shape
  }
}

/// The digits, eras and marks met in what may be a year.
private struct YearSigns {
  private var digits = 0
  private var number = 0
  private var hasYear = false
  private var hasEra = false
  private var hasSign = false
  /// Four digits of the Christian era stand in it.
  private var hasFullYear = false
  /// A figure that names no year stands before a bracket: 9 in 9(2019年度) and 9(R1), where the bracket dates
  /// the figure.
  private var hasBareFigure = false
  /// 79.6年 and 80年 count years; no era has so many.
  private var countsYears = false

  /// Takes a scalar; false for one that no year holds.
  mutating func take(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39:
      digits += 1
      number = min(number, 99999) * 10 + Int(scalar - 0x30)
      return true
    // 年 or an era dates the figure before the bracket.
    case 0x5E74 where hasBareFigure, 0x48 where hasBareFigure, 0x52 where hasBareFigure, 0x5E73 where hasBareFigure,
      0x4EE4 where hasBareFigure:
      return false
    case 0x48, 0x52, 0x53, 0x5E73, 0x6210, 0x4EE4, 0x548C, 0x662D: hasEra = true
    case 0x5143: digits += 1  // 元
    case 0x28 where digits > 0 && !hasEra && !hasYear && number < 1900:
      hasBareFigure = true
      hasSign = true
    case 0x5E74, 0x5EA6: hasYear = true
    case 0x29:
      hasBareFigure = false
      hasSign = true
    case 0x672B, 0x6642, 0x70B9, 0x6708, 0x65E5, 0x28, 0x5B, 0x5D, 0x3014, 0x3015, 0x27, 0x2018, 0x2019, 0x2D,
      0x7E,
      0x301C, 0x2010...0x2015, 0x2F, 0x2E:
      hasSign = true
    default: return false
    }
    if scalar == 0x2E, digits > 0, !hasEra, number < 1900 { countsYears = true }
    if scalar == 0x5E74, !hasEra, (Self.longestEra + 1..<100).contains(number) { countsYears = true }
    let isPossible = isYearNumber
    hasFullYear = hasFullYear || number >= 1900
    number = 0
    return isPossible
  }

  /// The years of 昭和.
  private static let longestEra = 64

  /// Of an era, or of the Christian era.
  private var isYearNumber: Bool { number < 100 || (1900...2150).contains(number) }

  var shape: YearShape? {
    guard digits > 0, isYearNumber else { return nil }
    if hasEra || hasYear && digits >= 2 && !countsYears { return .marked }
    guard digits == 4, hasFullYear || number >= 1900 else { return nil }
    return hasSign ? .marked : .bare
  }
}
