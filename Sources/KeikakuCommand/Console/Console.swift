import CSystem
import KeikakuExport

/// The program's three streams: data on standard output, words to people on standard error.
struct Console: Sendable {
  /// Whether standard input is a terminal that would be waited for.
  var inputIsTerminal: Bool { csystem_is_terminal(0) == 1 }

  var outputIsTerminal: Bool { csystem_is_terminal(1) == 1 }

  /// How wide text on standard output may be.
  var outputColumns: Int { Self.columns(of: 1) }
  var errorColumns: Int { Self.columns(of: 2) }

  /// Whether words on standard error may be coloured: a terminal, and nobody asked for none.
  var usesColor: Bool {
    csystem_is_terminal(2) == 1 && (Self.environment("NO_COLOR") ?? "").isEmpty && Self.environment("TERM") != "dumb"
  }

  func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer { try write($0) } }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes to standard output.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let result = csystem_write(1, bytes.baseAddress, bytes.count)
    guard result < 0 else { return }
    if result == csystem_broken_pipe { throw CommandFailure(.brokenPipe, nil) }
    throw CommandFailure(
      .outputRefused, "Cannot write standard output: \(String(cString: csystem_error_text(-result)))")
  }

  /// Writes to standard error. A message that cannot be delivered is lost; the work goes on.
  func error(_ text: String) {
    let bytes = Array(text.utf8)
    _ = csystem_write(2, bytes, bytes.count)
  }

  /// Reads standard input to its end. Where a terminal would be waited for, says so first.
  func readInput() throws -> [UInt8] {
    if inputIsTerminal { error("keikaku: reading standard input; end it with Ctrl-D\n") }
    do {
      return try FileSystem.read(descriptor: 0, path: "standard input")
    } catch {
      throw CommandFailure(.inputMissing, "standard input: \(error.reason)")
    }
  }

  /// Lends standard input piece by piece as it comes, so that a program in lockstep gets its answers.
  func readInput(_ body: ([UInt8]) throws -> Void) throws {
    if inputIsTerminal { error("keikaku: reading standard input; end it with Ctrl-D\n") }
    var ended = false
    while !ended {
      var outcome = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        outcome = Int(csystem_read(0, buffer.baseAddress, buffer.count))
        count = max(0, outcome)
      }
      if outcome < 0 {
        throw CommandFailure(.inputMissing, "standard input: \(String(cString: csystem_error_text(Int32(-outcome))))")
      }
      ended = piece.isEmpty
      if !ended { try body(piece) }
    }
  }

  static func environment(_ name: String) -> String? { csystem_environment(name).map { String(cString: $0) } }

  private static func columns(of descriptor: Int32) -> Int {
    if let text = environment("COLUMNS"), let columns = Int(text), columns >= 40 { return columns }
    let columns = Int(csystem_terminal_columns(descriptor))
    return columns >= 40 ? min(columns, 120) : 80
  }
}
