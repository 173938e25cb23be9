import CSystem

/// A program run as a child: without a shell, within limits, and waited for.
struct ChildProgram: Sendable {
  /// What one call may use.
  struct Limits: Sendable {
    /// Address space. Ordinary pages take 200 MB.
    var memoryBytes = 1 << 30
    var processorSeconds = 5
    /// By the clock. Generous: a busy machine is no fault of the file.
    var wallSeconds = 15
    var outputBytes = 64 << 20
  }

  enum Outcome: Sendable {
    /// It ended by itself: exit status, output, the beginning of what it complained about.
    case exited(Int, output: [UInt8], complaint: String)
    /// It was stopped, by us or by the system: which limit it passed.
    case stopped(String)
    /// It could not be started.
    case failed(String)
  }

  /// The absolute path of the program.
  var path: String

  /// Runs the program to its end. Blocks the thread; the child and all that it started are gone on return.
  func run(_ arguments: [String], limits: Limits) -> Outcome {
    var result = keikaku_child_result()
    var bounds = keikaku_child_limits(
      memory_bytes: UInt64(limits.memoryBytes), cpu_seconds: UInt64(limits.processorSeconds),
      wall_milliseconds: Int64(limits.wallSeconds) * 1000, output_bytes: limits.outputBytes)
    defer { keikaku_child_free(&result) }
    let error = Self.withCStrings([path] + arguments) { keikaku_child_run(path, $0, &bounds, &result) }
    return error == 0 ? outcome(of: result, limits) : .failed(String(cString: csystem_error_text(error)))
  }

  /// Lends texts as an array of C strings that ends with null.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let strings = texts.map(\.utf8CString)
    let starts = strings.reduce(into: [0]) { $0.append($0.last! + $1.count) }
    var storage = strings.flatMap(\.self)
    return storage.withUnsafeMutableBufferPointer { storage in
      let pointers = starts.dropLast().map { start in storage.baseAddress.map { $0 + start } }
      return body(pointers + [nil])
    }
  }

  private func outcome(of result: keikaku_child_result, _ limits: Limits) -> Outcome {
    switch result.end {
    case keikaku_child_exited:
      let output = [UInt8](UnsafeBufferPointer(start: result.output, count: result.output_count))
      return .exited(Int(result.code), output: output, complaint: complaint(of: result))
    case keikaku_child_timed_out: return .stopped("it took longer than \(limits.wallSeconds) s")
    case keikaku_child_output_limit: return .stopped("it wrote more than \(limits.outputBytes >> 20) MB")
    default: return .stopped(Self.meaning(ofSignal: Int(result.code), limits))
    }
  }

  /// SIGABRT is what poppler makes of memory that it does not get.
  private static func meaning(ofSignal signal: Int, _ limits: Limits) -> String {
    switch Int32(signal) {
    case csystem_signal_cpu_limit, csystem_signal_kill:
      "it used more than \(limits.processorSeconds) s of processor time"
    case csystem_signal_abort: "it asked for more than \(limits.memoryBytes >> 20) MB of memory"
    default: "it ended with signal \(signal)"
    }
  }

  private func complaint(of result: keikaku_child_result) -> String {
    withUnsafeBytes(of: result.errors) { String(decoding: $0.prefix(result.errors_count), as: UTF8.self) }
  }

  /// The program of that name in the folders of PATH; nil where there is none.
  static func find(_ name: String, in folders: String?) -> ChildProgram? {
    for folder in (folders ?? "").utf8.split(separator: UInt8(ascii: ":")) where folder.first == UInt8(ascii: "/") {
      let path = String(folder)! + "/" + name
      if csystem_is_executable(path) == 1 { return ChildProgram(path: path) }
    }
    return nil
  }
}
