import CSystem

/// A file that is written from front to back, a megabyte at a time.
final class OutputFile {
  var buffer = ByteBuffer(capacity: 1 << 16)
  private let path: String
  private let descriptor: Int32
  private static let limit = 1 << 20

  /// Makes the file, in place of one that may be there.
  init(path: String) throws(FileFailure) {
    self.path = path
    descriptor = csystem_open_for_writing(path)
    if descriptor < 0 { throw FileFailure(path: path, error: Int(descriptor)) }
  }

  deinit { csystem_close(descriptor) }

  /// Writes what is buffered once it is worth a system call, or when `force`d.
  func flush(force: Bool = false) throws(FileFailure) {
    guard buffer.count > 0, force || buffer.count >= Self.limit else { return }
    let result = buffer.withBytes { csystem_write(descriptor, $0.baseAddress, $0.count) }
    if result < 0 { throw FileFailure(path: path, error: Int(result)) }
    buffer.removeAll()
  }
}
