import Foundation

/// The time that one document may take in all, and the number of pages that may fail before the rest is given up.
///
/// Every call has its own limits; a hostile file of a thousand pages that each just keep within them would still take hours.
final class PdfDeadline: @unchecked Sendable {
  private let end: ContinuousClock.Instant
  private let allowedFailures: Int
  private let lock = NSLock()
  private var failures = 0

  init(pages: Int, allowedFailures: Int = 10) {
    end = .now + .seconds(min(300, 60 + pages))
    self.allowedFailures = allowedFailures
  }

  func countFailure() { lock.withLock { failures += 1 } }

  var isPast: Bool { lock.withLock { failures >= allowedFailures } || ContinuousClock.now > end }
}
