/// What the program's end says to whoever started it.
enum ExitStatus: Int32, Sendable {
  case success = 0
  /// Some inputs failed; the others were done.
  case someFailed = 1
  case usage = 64
  /// Input is missing, unreadable, or not decodable as text.
  case inputMissing = 66
  /// A program or library that everything asked for needs is missing.
  case unavailable = 69
  /// A fault of this program.
  case bug = 70
  /// Output cannot be written, or is refused.
  case outputRefused = 73
  case interrupted = 130
  /// Whoever read the output went away, as a shell reports it.
  case brokenPipe = 141

  /// What each means, for the command reference.
  static let meanings: [(ExitStatus, String)] = [
    (.success, "all well"), (.someFailed, "some inputs failed, the others were done"), (.usage, "wrong usage"),
    (.inputMissing, "input missing, unreadable, or not decodable as text"),
    (.unavailable, "a program or library that everything asked for needs is missing"),
    (.bug, "a fault of this program"), (.outputRefused, "output cannot be written, or is refused"),
    (.interrupted, "interrupted; an old dataset stands as it was"),
  ]
}
