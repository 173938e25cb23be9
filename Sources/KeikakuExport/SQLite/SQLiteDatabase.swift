import CSystem
import KeikakuText

/// An open database file.
final class SQLiteDatabase {
  enum Access {
    case reading, making
  }

  fileprivate let functions: csystem_sqlite
  private let handle: UnsafeMutableRawPointer
  private let path: String

  init(_ library: SQLiteLibrary, path: String, access: Access) throws(FileFailure) {
    functions = library.functions
    self.path = path
    let flags =
      access == .reading
      ? CSYSTEM_SQLITE_OPEN_READONLY.rawValue
      : CSYSTEM_SQLITE_OPEN_READWRITE.rawValue | CSYSTEM_SQLITE_OPEN_CREATE.rawValue
    var opened: UnsafeMutableRawPointer?
    let result = functions.open_v2(path, &opened, Int32(flags), nil)
    guard result == 0, let opened else {
      let reason = functions.errmsg(opened).map { String(cString: $0) } ?? "SQLite cannot open it"
      _ = functions.close_v2(opened)
      throw FileFailure(path: path, reason: reason)
    }
    handle = opened
  }

  deinit { _ = functions.close_v2(handle) }

  /// Runs statements that return no rows.
  func run(_ sql: String) throws(FileFailure) {
    try check(functions.exec(handle, sql, nil, nil, nil))
  }

  func prepare(_ sql: String) throws(FileFailure) -> SQLiteStatement {
    var statement: UnsafeMutableRawPointer?
    try check(functions.prepare_v2(handle, sql, -1, &statement, nil))
    guard let statement else { throw FileFailure(path: path, reason: "SQLite was given no statement") }
    return SQLiteStatement(self, statement)
  }

  fileprivate func check(_ result: Int32) throws(FileFailure) {
    let good = [CSYSTEM_SQLITE_OK.rawValue, CSYSTEM_SQLITE_ROW.rawValue, CSYSTEM_SQLITE_DONE.rawValue]
    guard !good.contains(UInt32(bitPattern: result)) else { return }
    throw FileFailure(path: path, reason: functions.errmsg(handle).map { String(cString: $0) } ?? "SQLite failed")
  }
}

/// A value as the database holds it.
enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
}

/// A prepared statement, run as often as wanted.
final class SQLiteStatement {
  private let database: SQLiteDatabase
  private let handle: UnsafeMutableRawPointer
  /// The library copies a text before the call returns.
  private static let copies = -1

  fileprivate init(_ database: SQLiteDatabase, _ handle: UnsafeMutableRawPointer) {
    self.database = database
    self.handle = handle
  }

  deinit { _ = database.functions.finalize(handle) }

  /// Runs the statement once with these values, for what it changes.
  func run(_ values: [CellValue]) throws(FileFailure) {
    for (index, value) in values.enumerated() { try database.check(bind(value, at: Int32(index + 1))) }
    try database.check(database.functions.step(handle))
    try database.check(database.functions.reset(handle))
  }

  /// Runs the statement with these values and returns its rows, a value a column.
  func rows(_ values: [CellValue] = []) throws(FileFailure) -> [[SQLiteValue]] {
    for (index, value) in values.enumerated() { try database.check(bind(value, at: Int32(index + 1))) }
    var rows: [[SQLiteValue]] = []
    while true {
      let result = database.functions.step(handle)
      try database.check(result)
      guard UInt32(bitPattern: result) == CSYSTEM_SQLITE_ROW.rawValue else { break }
      rows.append((0..<database.functions.column_count(handle)).map(column))
    }
    try database.check(database.functions.reset(handle))
    return rows
  }

  private func bind(_ value: CellValue, at index: Int32) -> Int32 {
    let functions = database.functions
    switch value {
    case .null: return functions.bind_null(handle, index)
    case .text(let text): return bind(text: text, at: index)
    case .integer(let integer): return functions.bind_int64(handle, index, Int64(integer))
    case .number(let number): return functions.bind_double(handle, index, Double(number.description) ?? 0)
    case .boolean(let flag): return functions.bind_int64(handle, index, flag ? 1 : 0)
    case .date(let day): return bind(text: day.description, at: index)
    case .list(let names):
      return names.isEmpty ? functions.bind_null(handle, index) : bind(text: names.joined(separator: ";"), at: index)
    }
  }

  private func bind(text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { bytes in
        withUnsafePointer(to: CChar(0)) { empty in
          database.functions.bind_text(handle, index, bytes.baseAddress ?? empty, Int32(bytes.count), Self.copies)
        }
      }
    }
  }

  private func column(_ index: Int32) -> SQLiteValue {
    let functions = database.functions
    switch UInt32(functions.column_type(handle, index)) {
    case CSYSTEM_SQLITE_INTEGER.rawValue: return .integer(Int(functions.column_int64(handle, index)))
    case CSYSTEM_SQLITE_FLOAT.rawValue: return .real(functions.column_double(handle, index))
    case CSYSTEM_SQLITE_NULL.rawValue: return .null
    default:
      guard let text = functions.column_text(handle, index) else { return .null }
      let count = Int(functions.column_bytes(handle, index))
      return .text(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
    }
  }
}
