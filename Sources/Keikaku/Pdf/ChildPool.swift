import Foundation

/// Lets as many children run at a time as there are processors, over all documents that are being read.
final class ChildPool: Sendable {
  static let shared = ChildPool(width: ProcessInfo.processInfo.activeProcessorCount)

  private let places: DispatchSemaphore

  init(width: Int) { places = DispatchSemaphore(value: max(1, width)) }

  /// Runs the call when a place is free. Blocks the thread until then.
  func run<Result>(_ call: () -> Result) -> Result {
    places.wait()
    defer { places.signal() }
    return call()
  }

  /// Runs the work for every index, side by side, and returns the results in order.
  static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    let results = Results<Result>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { index in results.set(work(index), at: index) }
    return results.all
  }

  private final class Results<Result: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Result?]

    init(count: Int) { values = Array(repeating: nil, count: count) }

    func set(_ value: Result, at index: Int) { lock.withLock { values[index] = value } }
    var all: [Result] { values.map { $0! } }
  }
}
