/// Ends a command with a message and a status.
struct CommandFailure: Error {
  var status: ExitStatus
  /// Nil where there is nothing to say and nobody to say it to.
  var message: String?

  init(_ status: ExitStatus, _ message: String?) {
    self.status = status
    self.message = message
  }
}
