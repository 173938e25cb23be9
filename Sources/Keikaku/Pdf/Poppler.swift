/// Poppler's programs, called with limits and asked again for half the pages where a call fails.
struct Poppler: Sendable {
  /// What a range of pages came to: the output of each part of it that could be read, and the pages that could not.
  struct Reading: Sendable {
    var parts: [(pages: ClosedRange<Int>, output: [UInt8])] = []
    var failures: [(page: Int, reason: String)] = []
    /// Pages that nobody asked for any more, because the document's time was up.
    var skipped: [ClosedRange<Int>] = []
  }

  let info: ChildProgram
  let text: ChildProgram
  let drawings: ChildProgram

  /// Finds the programs in the folders of PATH.
  init(searchPath: String?) throws(PdfError) {
    func program(_ name: String) throws(PdfError) -> ChildProgram {
      guard let found = ChildProgram.find(name, in: searchPath) else {
        throw .missingProgram(name: name, package: "poppler-utils")
      }
      return found
    }
    info = try program("pdfinfo")
    text = try program("pdftotext")
    drawings = try program("pdftocairo")
  }

  /// `pdfinfo`, for a look at the file before anything else.
  func describe(_ path: String) -> ChildProgram.Outcome {
    ChildPool.shared.run { info.run(["-enc", "UTF-8", path], limits: Self.limits(pages: 1)) }
  }

  /// The words of pages with their boxes, framed by the crop box as the drawings are.
  func words(_ path: String, pages: ClosedRange<Int>, deadline: PdfDeadline) -> Reading {
    read(pages, deadline: deadline, per: 0.1) { range in
      ["-bbox", "-cropbox", "-enc", "UTF-8", "-f", "\(range.lowerBound)", "-l", "\(range.upperBound)", path, "-"]
    } with: {
      text
    }
  }

  /// The drawings of pages as SVG.
  func drawings(_ path: String, pages: ClosedRange<Int>, deadline: PdfDeadline) -> Reading {
    read(pages, deadline: deadline, per: 0.4) { range in
      ["-svg", "-f", "\(range.lowerBound)", "-l", "\(range.upperBound)", path, "-"]
    } with: {
      drawings
    }
  }

  private func read(
    _ pages: ClosedRange<Int>, deadline: PdfDeadline, per seconds: Double, arguments: (ClosedRange<Int>) -> [String],
    with program: () -> ChildProgram
  ) -> Reading {
    var reading = Reading()
    var waiting = [pages]
    while let range = waiting.popLast() {
      guard !deadline.isPast else {
        reading.skipped.append(range)
        continue
      }
      let limits = Self.limits(pages: range.count, per: seconds)
      let outcome = ChildPool.shared.run { program().run(arguments(range), limits: limits) }
      if case .exited(_, let output, _) = outcome, !output.isEmpty {
        reading.parts.append((range, output))
      } else if range.count > 1 {
        let middle = (range.lowerBound + range.upperBound) / 2
        waiting.append(middle + 1...range.upperBound)
        waiting.append(range.lowerBound...middle)
      } else {
        reading.failures.append((range.lowerBound, outcome.reason))
        deadline.countFailure()
      }
    }
    return reading
  }

  /// Three seconds of processor time and a share for each page; by the clock four times as much, for machines that have
  /// other things to do.
  private static func limits(pages: Int, per seconds: Double = 0.1) -> ChildProgram.Limits {
    var limits = ChildProgram.Limits()
    limits.processorSeconds = min(20, 3 + Int((Double(pages) * seconds).rounded(.up)))
    limits.wallSeconds = min(60, limits.processorSeconds * 4)
    return limits
  }
}

extension ChildProgram.Outcome {
  /// Why there is no output, for a diagnostic.
  var reason: String {
    switch self {
    case .exited(let status, _, let complaint):
      let line = complaint.split(separator: "\n").first.map(String.init) ?? ""
      return "it ended with status \(status)" + (line.isEmpty ? "" : " (\(line))")
    case .stopped(let reason): return reason
    case .failed(let reason): return "it could not be started: \(reason)"
    }
  }
}
