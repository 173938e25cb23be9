import CSystem

/// The system's SQLite, found when first needed.
public struct SQLiteLibrary: @unchecked Sendable {
  /// Why there is no database.
  struct Missing: Error, Sendable {
    var reason: String
  }

  /// What the library is called on Linux, then on macOS.
  public static let standardNames = ["libsqlite3.so.0", "libsqlite3.so", "/usr/lib/libsqlite3.dylib"]
  /// STRICT tables came with 3.37.
  private static let oldestVersion = 3_037_000

  let functions: csystem_sqlite

  init(names: [String] = standardNames) throws(Missing) {
    let memory = UnsafeMutablePointer<csystem_sqlite>.allocate(capacity: 1)
    defer { memory.deallocate() }
    guard names.contains(where: { csystem_sqlite_load($0, memory) == 1 }) else {
      throw Missing(reason: "the SQLite library is not on this system (on Debian and Ubuntu the package libsqlite3-0)")
    }
    functions = memory.pointee
    let version = functions.libversion_number()
    guard version >= Self.oldestVersion else {
      throw Missing(reason: "the SQLite library is too old; 3.37 or later is needed (package libsqlite3-0)")
    }
  }
}
