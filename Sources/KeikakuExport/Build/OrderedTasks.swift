/// Does numbered pieces of work, `jobs` at a time, and hands the results on in order.
///
/// Work that is ahead of its turn waits, but never more than three pieces a job, so that memory does not grow with their
/// number.
func inOrder<Result: Sendable>(
  _ count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Result, consume: (Int, Result) throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var waiting: [Int: Result] = [:]
    var started = 0
    var next = 0
    while next < count {
      while started < count, started - next < jobs * 3, started - next - waiting.count < jobs {
        let index = started
        group.addTask { (index, work(index)) }
        started += 1
      }
      if let (index, result) = try await group.next() { waiting[index] = result }
      while let result = waiting.removeValue(forKey: next) {
        try consume(next, result)
        next += 1
      }
    }
  }
}
