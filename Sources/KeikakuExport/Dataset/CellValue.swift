import KeikakuText

/// The value of one cell of a table.
public enum CellValue: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int)
  case number(ExactDecimal)
  case boolean(Bool)
  case date(CalendarDay)
  /// Names or ids; one text joined by `;` where a format has no lists.
  case list([String])

  init(_ text: String?) { self = text.map(CellValue.text) ?? .null }
  init(_ integer: Int?) { self = integer.map(CellValue.integer) ?? .null }
  init(_ number: ExactDecimal?) { self = number.map(CellValue.number) ?? .null }
  init(_ date: CalendarDay?) { self = date.map(CellValue.date) ?? .null }
  init<Name: RawRepresentable<String>>(_ name: Name?) { self.init(name?.rawValue) }
  init<Name: RawRepresentable<String>>(names: [Name]) { self = .list(names.map(\.rawValue)) }
}
