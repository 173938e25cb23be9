/// The eras since Meiji as data.
struct Era: Sendable, Equatable {
  /// The two kanji of the name.
  var name: StaticString
  var first: Unicode.Scalar
  var letter: Unicode.Scalar
  /// The calendar year that the era calls its first.
  var firstYear: Int
  var firstDay: CalendarDay
  /// The last day, nil for the era that lasts.
  var lastDay: CalendarDay?

  static func == (left: Era, right: Era) -> Bool { left.letter == right.letter }

  /// The calendar year of a year of the era.
  func year(_ number: Int) -> Int { firstYear + number - 1 }
}

/// Days on which eras change; 昭和 begins on the day that 大正 ended, and that day counts as 昭和.
enum EraTable {
  static let all: [Era] = [
    era("明治", "明", "M", (1868, 1, 25), (1912, 7, 29)),
    era("大正", "大", "T", (1912, 7, 30), (1926, 12, 24)),
    era("昭和", "昭", "S", (1926, 12, 25), (1989, 1, 7)),
    era("平成", "平", "H", (1989, 1, 8), (2019, 4, 30)),
    era("令和", "令", "R", (2019, 5, 1), nil),
  ]

  private static func era(
    _ name: StaticString, _ first: Unicode.Scalar, _ letter: Unicode.Scalar, _ start: (Int, Int, Int),
    _ end: (Int, Int, Int)?
  ) -> Era {
    Era(
      name: name, first: first, letter: letter, firstYear: start.0,
      firstDay: CalendarDay(year: start.0, month: start.1, day: start.2)!,
      lastDay: end.flatMap { CalendarDay(year: $0.0, month: $0.1, day: $0.2) })
  }

  /// The era whose name begins with a kanji.
  static func era(kanji: Unicode.Scalar) -> Era? {
    switch kanji {
    case "明": all[0]
    case "大": all[1]
    case "昭": all[2]
    case "平": all[3]
    case "令": all[4]
    default: nil
    }
  }

  /// The era that a capital letter stands for.
  static func era(letter: Unicode.Scalar) -> Era? {
    switch letter {
    case "M": all[0]
    case "T": all[1]
    case "S": all[2]
    case "H": all[3]
    case "R": all[4]
    default: nil
    }
  }
}
