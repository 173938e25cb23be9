import Foundation
import Testing

/// A generated file that is committed and must be what the program makes now.
enum Snapshot {
  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil }

  /// Compares a text with a file of the package. With RECORD_SNAPSHOTS set it writes the file, and fails.
  static func check(_ text: String, file: String) throws {
    let url = package.appending(path: file)
    let committed = try? String(contentsOf: url, encoding: .utf8)
    guard committed != text else { return }
    if isRecording {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("\(file) was recorded; run the tests again without RECORD_SNAPSHOTS")
    } else {
      Issue.record("\(file) is stale; run: RECORD_SNAPSHOTS=1 swift test")
    }
  }
}
