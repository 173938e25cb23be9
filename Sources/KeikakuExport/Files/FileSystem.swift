import CSystem

/// What went wrong with a file or folder, in the system's words.
public struct FileFailure: Error, Sendable, Equatable {
  public var path: String
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  init(path: String, error: Int) {
    self.init(path: path, reason: String(cString: csystem_error_text(Int32(abs(error)))))
  }
}

/// The few things that the commands do with files.
public enum FileSystem {
  public enum Kind: Sendable {
    case file, directory
    /// A pipe, a socket, a device.
    case special
  }

  /// What a path names, links followed; nil where nothing is there.
  public static func kind(of path: String) -> Kind? {
    switch Int(csystem_path_kind(path)) {
    case Int(CSYSTEM_PATH_FILE.rawValue): .file
    case Int(CSYSTEM_PATH_DIRECTORY.rawValue): .directory
    case Int(CSYSTEM_PATH_SPECIAL.rawValue): .special
    default: nil
    }
  }

  /// Reads a regular file whole.
  public static func read(_ path: String) throws(FileFailure) -> [UInt8] {
    let kind = Int(csystem_path_kind(path))
    if kind < 0 { throw FileFailure(path: path, error: kind) }
    if kind == Int(CSYSTEM_PATH_DIRECTORY.rawValue) {
      throw FileFailure(path: path, reason: "Is a folder, not a file")
    }
    if kind == Int(CSYSTEM_PATH_SPECIAL.rawValue) {
      throw FileFailure(path: path, reason: "Is a pipe or a device, not a file")
    }
    var size: Int64 = 0
    let descriptor = csystem_open_for_reading(path, &size)
    if descriptor < 0 { throw FileFailure(path: path, error: Int(descriptor)) }
    defer { csystem_close(descriptor) }
    return try read(descriptor: descriptor, expected: Int(size), path: path)
  }

  /// Reads a stream to its end. `expected` is how many bytes are likely, so that one array takes them all.
  public static func read(descriptor: Int32, expected: Int = 0, path: String) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = max(expected + 1, 1 << 16)
    while true {
      let (chunk, outcome) = readChunk(descriptor, room)
      if outcome < 0 { throw FileFailure(path: path, error: outcome) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if outcome == 0 { return bytes }
      room = max(room, bytes.count)
    }
  }

  /// Reads until `room` bytes are there or the stream ends. The outcome is 0 at its end, an errno below 0, else above 0.
  private static func readChunk(_ descriptor: Int32, _ room: Int) -> (bytes: [UInt8], outcome: Int) {
    var outcome = 1
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while count < room, outcome > 0 {
        outcome = Int(csystem_read(descriptor, buffer.baseAddress! + count, room - count))
        count += max(0, outcome)
      }
    }
    return (bytes, outcome)
  }

  /// Writes a file, in place of one that may be there.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(FileFailure) {
    let descriptor = csystem_open_for_writing(path)
    if descriptor < 0 { throw FileFailure(path: path, error: Int(descriptor)) }
    var result = csystem_write(descriptor, bytes.baseAddress, bytes.count)
    let closed = csystem_close(descriptor)
    if result == 0 { result = closed }
    if result < 0 { throw FileFailure(path: path, error: Int(result)) }
  }

  /// Writes a file, in place of one that may be there.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let written: Result<Void, FileFailure> = bytes.withUnsafeBufferPointer { buffer in
      do throws(FileFailure) { return .success(try write(buffer, to: path)) } catch { return .failure(error) }
    }
    try written.get()
  }

  /// Makes a folder whose parent is there.
  public static func makeDirectory(_ path: String) throws(FileFailure) {
    let result = Int(csystem_make_directory(path))
    if result < 0 { throw FileFailure(path: path, error: result) }
  }

  public static func move(_ path: String, to target: String) throws(FileFailure) {
    let result = Int(csystem_rename(path, target))
    if result < 0 { throw FileFailure(path: target, error: result) }
  }

  /// Lets two folders change places in one step. False where the system cannot.
  static func exchange(_ path: String, _ other: String) -> Bool { csystem_exchange(path, other) == 0 }

  /// The path from the root without links, `.` and `..`; nil where nothing is there.
  public static func realPath(_ path: String) -> String? {
    guard let resolved = csystem_real_path(path) else { return nil }
    defer { csystem_free(resolved) }
    return String(cString: resolved)
  }

  /// The names in a folder, sorted by their bytes; nil stands for a name that is no UTF-8.
  public static func names(in directory: String) throws(FileFailure) -> [String?] {
    guard let handle = csystem_open_directory(directory) else {
      throw FileFailure(path: directory, reason: "The folder cannot be read")
    }
    defer { csystem_close_directory(handle) }
    var names: [String?] = []
    while let name = csystem_next_entry(handle) { names.append(String(validatingCString: name)) }
    return names.sorted { left, right in (left ?? "").utf8.lexicographicallyPrecedes((right ?? "").utf8) }
  }

  /// Removes a file, or a folder with all that is in it.
  public static func removeTree(_ path: String) throws(FileFailure) {
    let result = Int(csystem_remove_tree(path))
    if result < 0 { throw FileFailure(path: path, error: result) }
  }
}
