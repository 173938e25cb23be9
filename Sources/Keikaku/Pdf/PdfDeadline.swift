import Synchronization

/// The time that one document may take in all, and the number of pages that may fail before the rest is given up.
///
/// Every call has its own limits; a hostile file of a thousand pages that each just keep within them would still take hours.
final class PdfDeadline: Sendable {
  private let end: ContinuousClock.Instant
  private let allowedFailures: Int
  private let failures = Mutex(0)

  init(pages: Int, allowedFailures: Int = 10) {
    end = .now + .seconds(min(300, 60 + pages))
    self.allowedFailures = allowedFailures
  }

  func countFailure() { failures.withLock { $0 += 1 } }

  var isPast: Bool { failures.withLock { $0 >= allowedFailures } || ContinuousClock.now > end }
}
