import KeikakuText

/// The value of one cell of a table.
public enum Value: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int)
  case number(ExactDecimal)
  case boolean(Bool)
  case date(CalendarDay)
  /// Names or ids; one text joined by `;` where a format has no lists.
  case list([String])

  init(_ text: String?) { self = text.map(Value.text) ?? .null }
  init(_ integer: Int?) { self = integer.map(Value.integer) ?? .null }
  init(_ number: ExactDecimal?) { self = number.map(Value.number) ?? .null }
  init(_ date: CalendarDay?) { self = date.map(Value.date) ?? .null }
  init<Name: RawRepresentable<String>>(_ name: Name?) { self.init(name?.rawValue) }
  init<Name: RawRepresentable<String>>(names: [Name]) { self = .list(names.map(\.rawValue)) }
}
