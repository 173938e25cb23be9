/// The eras since Meiji; 昭和 begins on the day that 大正 ended, and that day counts as 昭和.
enum Era: UInt8, CaseIterable, Sendable {
  case meiji, taisho, showa, heisei, reiwa

  /// What is known of one era.
  private struct Entry {
    var name: StaticString
    var letter: Unicode.Scalar
    var firstDay: CalendarDay
    var lastDay: CalendarDay?

    init(
      _ name: StaticString, _ letter: Unicode.Scalar, _ start: (Int, Int, Int), _ end: (Int, Int, Int)?
    ) {
      self.name = name
      self.letter = letter
      firstDay = CalendarDay(year: start.0, month: start.1, day: start.2)!
      lastDay = end.flatMap { CalendarDay(year: $0.0, month: $0.1, day: $0.2) }
    }
  }

  private static let entries: [Entry] = [
    Entry("明治", "M", (1868, 1, 25), (1912, 7, 29)),
    Entry("大正", "T", (1912, 7, 30), (1926, 12, 24)),
    Entry("昭和", "S", (1926, 12, 25), (1989, 1, 7)),
    Entry("平成", "H", (1989, 1, 8), (2019, 4, 30)),
    Entry("令和", "R", (2019, 5, 1), nil),
  ]

  private var entry: Entry { Self.entries[Int(rawValue)] }

  /// The two kanji of the name.
  var name: StaticString { entry.name }
  /// The capital letter that stands for the era.
  var letter: Unicode.Scalar { entry.letter }
  var firstDay: CalendarDay { entry.firstDay }
  /// The last day, nil for the era that lasts.
  var lastDay: CalendarDay? { entry.lastDay }

  /// The calendar year of a year of the era.
  func year(_ number: Int) -> Int { firstDay.year + number - 1 }

  /// The era whose name begins with a kanji.
  init?(kanji: Unicode.Scalar) {
    switch kanji {
    case "明": self = .meiji
    case "大": self = .taisho
    case "昭": self = .showa
    case "平": self = .heisei
    case "令": self = .reiwa
    default: return nil
    }
  }

  /// The era that a capital letter stands for.
  init?(letter: Unicode.Scalar) {
    switch letter {
    case "M": self = .meiji
    case "T": self = .taisho
    case "S": self = .showa
    case "H": self = .heisei
    case "R": self = .reiwa
    default: return nil
    }
  }
}
