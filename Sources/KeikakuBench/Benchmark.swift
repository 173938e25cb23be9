import CSystem
import Foundation
import KeikakuExport

/// Runs both programs in turn and compares their processor seconds.
struct Benchmark {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let options: BenchmarkOptions
  private let workload: Workload
  private let rival: Rival

  init(_ options: BenchmarkOptions) throws {
    self.options = options
    workload = try Workload(options)
    rival = Rival(for: options.work)
  }

  /// The figures as text.
  func run() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "keikaku-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let stream = folder.appending(path: "stream.md").path
    let output = folder.appending(path: "output").path
    let program = Self.program(named: rival.program)
    if program != nil { try workload.writeStream(to: stream) }
    var own: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<options.rounds {
      own.append(try seconds(Bundle.main.executablePath ?? CommandLine.arguments[0], worker, output: output))
      if let program { theirs.append(try seconds(program, rival.arguments + [stream], output: output)) }
    }
    return report(own, theirs)
  }

  private var worker: [String] {
    let work = options.work == .mentions ? ["--mentions"] : []
    return ["--worker", "--samples", options.samples, "--copies", "\(options.copies)"] + work
  }

  private func report(_ own: [Double], _ theirs: [Double]) -> String {
    let megabytes = Double(workload.bytes) / 1e6
    var text = "corpus: \(workload.files.count) documents × \(options.copies), \(Self.rounded(megabytes)) MB; "
    text += "\(options.rounds) rounds, processor seconds of whole processes\n"
    text += line(rival.ownName, own, megabytes)
    if options.work == .extraction { text += writing }
    guard !theirs.isEmpty else {
      return text
        + "\(rival.program) is not installed (Debian: apt-get install \(rival.package)); nothing to compare with\n"
    }
    text += line(rival.name, theirs, megabytes)
    let ratios = zip(own, theirs).map { $1 / $0 }.sorted()
    let spread = "\(Self.rounded(ratios[0]))–\(Self.rounded(ratios[ratios.count - 1]))"
    return text + "ratio: \(Self.rounded(Self.median(ratios))) × \(rival.program) (spread \(spread))\n"
  }

  private var writing: String { "of which JSON writing    \(Self.rounded(workload.writingSpeed())) MB/s of JSON\n" }

  private func line(_ name: String, _ seconds: [Double], _ megabytes: Double) -> String {
    let median = Self.median(seconds)
    let padded = name.padding(toLength: 24, withPad: " ", startingAt: 0)
    return "\(padded) \(Self.rounded(megabytes / median)) MB/s (\(Self.rounded(median)) s)\n"
  }

  /// The processor seconds of one run of a program, its children included.
  ///
  /// The output goes to a file, not to the null device: grep stops at its first match where that is its output.
  private func seconds(_ program: String, _ arguments: [String], output: String) throws -> Double {
    try FileSystem.write([], to: output)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    defer { try? file.close() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = file
    let before = csystem_children_cpu_seconds()
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(program) ended with status \(process.terminationStatus)")
    }
    return csystem_children_cpu_seconds() - before
  }

  private static func program(named name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func rounded(_ value: Double) -> String { String(format: "%.2f", value) }
}
