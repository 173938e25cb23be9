import Foundation

/// The built executable, run as a process.
enum Tool {
  struct Result {
    var status: Int32
    var output: String
    var error: String
  }

  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "keikaku").path

  static func run(_ arguments: String..., input: Data = Data()) throws -> Result {
    try run(arguments, input: input)
  }

  static func run(_ arguments: [String], input: Data = Data()) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "keikaku-tool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let streams = ["in", "out", "err"].map { folder.appending(path: $0) }
    try input.write(to: streams[0])
    for url in streams.dropFirst() { try Data().write(to: url) }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
  }
}

/// A folder with files in it, gone with the value.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: Data] = [:]) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "keikaku-command-\(UUID().uuidString)")
    path = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, content) in files { try content.write(to: url.appending(path: name)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
