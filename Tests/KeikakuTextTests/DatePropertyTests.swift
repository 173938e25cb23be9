import Testing

@testable import KeikakuText

/// Formatting a date in every form and reading it back gives the same interval.
@Suite struct DatePropertyTests {
  /// The days from 1868 to 2100 in order, without a calendar of the system.
  private static func eachDay(_ body: (CalendarDay) -> Void) {
    for year in 1868...2100 {
      for month in 1...12 {
        for day in 1...CalendarDay.days(inMonth: month, of: year) {
          body(CalendarDay(year: year, month: month, day: day)!)
        }
      }
    }
  }

  @Test func everyDayReadsBackInBothCalendars() {
    let reader = TemporalReader()
    Self.eachDay { day in
      for text in Self.forms(of: day) {
        let found = reader.first(in: text)
        guard found?.temporal.start == day, found?.temporal.end == day, found?.range == 0..<text.utf8.count else {
          Issue.record("\(text): \(String(describing: found?.temporal))")
          return
        }
      }
    }
  }

  /// The era's form by name, by letter, and the western one; the era form also where the era was over.
  private static func forms(of day: CalendarDay) -> [String] {
    let era = Era.allCases.last { $0.firstDay <= day } ?? .meiji
    let number = day.year - era.firstDay.year + 1
    guard number > 0 else { return ["\(day)"] }
    let name = era.name.description
    let year = number == 1 ? "元" : "\(number)"
    return [
      "\(name)\(year)年\(day.month)月\(day.day)日", "\(era.letter)\(number).\(day.month).\(day.day)",
      "\(day.year)年\(day.month)月\(day.day)日",
    ]
  }

  @Test func everyYearReadsBackInEveryEra() {
    let reader = TemporalReader()
    for era in Era.allCases {
      for number in 1...99 {
        let year = era.firstDay.year + number - 1
        for (text, kind) in [
          ("\(era.name)\(number)年", Temporal.Kind.calendarYear), ("\(era.name)\(number)年度", .fiscalYear),
          ("\(era.letter)\(number)年度", .fiscalYear), ("\(era.name)\(KanjiNumber.text(number))年", .calendarYear),
        ] {
          let found = reader.first(in: text)?.temporal
          #expect(found?.kind == kind && found?.startYear == year, "\(text)")
          let isOver = era.lastDay.map { year > $0.year } ?? false
          #expect(found?.flags.contains(.eraOverrun) == isOver || kind == .fiscalYear, "\(text)")
        }
      }
    }
  }

  @Test func everyPairOfYearsIsARange() {
    let reader = TemporalReader()
    for first in 1...30 {
      for last in first + 1...31 {
        for mark in ["~", "～", "〜", "-", "－", "―", "ー", "から"] {
          let found = reader.first(in: "平成\(first)\(mark)\(last)年度")?.temporal
          #expect(found?.startYear == 1988 + first && found?.endYear == 1988 + last, "平成\(first)\(mark)\(last)年度")
        }
      }
    }
  }
}

/// Numbers below ten thousand in kanji.
enum KanjiNumber {
  private static let digits = Array("〇一二三四五六七八九")

  static func text(_ number: Int) -> String {
    var text = ""
    for (power, letter) in [(1000, "千"), (100, "百"), (10, "十")] where number / power % 10 > 0 {
      let digit = number / power % 10
      text += (digit > 1 ? String(digits[digit]) : "") + letter
    }
    return text + (number % 10 > 0 ? String(digits[number % 10]) : number == 0 ? "〇" : "")
  }
}
