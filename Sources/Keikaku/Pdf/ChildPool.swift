import CSystem
import Dispatch
import Synchronization

/// Lets as many children run at a time as there are processors, over all documents that are being read.
final class ChildPool: Sendable {
  static let shared = ChildPool(width: Int(csystem_processor_count()))

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
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = work(index)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.map { $0! } }
  }
}
