import Dispatch
import Synchronization

/// Runs asynchronous work to its end while the main thread waits.
///
/// Only a command that reads many documents side by side needs it. All else runs on the main thread from the start: the first
/// of the others takes longer to start than a short document to read.
enum TaskRun {
  /// What the work comes to, filled in by its task.
  private final class Outcome<Value: Sendable>: Sendable {
    let value = Mutex<Result<Value, any Error>?>(nil)
    let isThere = DispatchSemaphore(value: 0)
  }

  static func result<Value: Sendable>(of work: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Outcome<Value>()
    Task.detached {
      let result: Result<Value, any Error>
      do { result = .success(try await work()) } catch { result = .failure(error) }
      outcome.value.withLock { $0 = result }
      outcome.isThere.signal()
    }
    outcome.isThere.wait()
    return try outcome.value.withLock { $0! }.get()
  }
}
