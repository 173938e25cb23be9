import Foundation
import Keikaku
import KeikakuExport
import KeikakuText

/// The corpus, and the work on it that is measured.
struct Workload {
  let files: [SourceFile]
  let copies: Int

  init(_ options: BenchmarkOptions) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: options.samples).filter { $0.hasSuffix(".txt") }
    files = try names.sorted().map {
      SourceFile(name: $0, bytes: try FileSystem.read("\(options.samples)/\($0)"))
    }
    copies = options.copies
    if files.isEmpty { throw BenchmarkOptions.UsageError(description: "no .txt file in \(options.samples)") }
  }

  /// The size of the corpus.
  var bytes: Int { copies * files.reduce(0) { $0 + $1.bytes.count } }

  func run(_ work: BenchmarkOptions.Work) {
    switch work {
    case .extraction: extractAll()
    case .mentions: findMentions()
    }
  }

  /// All dates and quantities of the lines as they stand, without reading the documents. Prints how many there are.
  private func findMentions() {
    let finder = MentionFinder()
    var found = 0
    for _ in 0..<copies {
      for file in files { found += finder.mentions(in: file.bytes, range: 0..<file.bytes.count).count }
    }
    print(found)
  }

  /// Bytes in memory to JSON bytes, document by document. Prints how many came out.
  private func extractAll() {
    let pipeline = Pipeline()
    var writer = DocumentJSON()
    var written = 0
    for _ in 0..<copies {
      for file in files {
        writer.write(pipeline.document(from: file))
        written += writer.withBytes { $0.count }
      }
    }
    print(written)
  }

  /// Megabytes of JSON a second, written from documents that are already read.
  func writingSpeed() -> Double {
    let documents = files.map { Pipeline().document(from: $0) }
    var writer = DocumentJSON()
    var written = 0
    let time = ContinuousClock().measure {
      for _ in 0..<copies {
        for document in documents {
          writer.write(document)
          written += writer.withBytes { $0.count }
        }
      }
    }
    return Double(written) / 1e6 / (Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
  }

  /// All documents one behind the other in one file.
  func writeStream(to path: String) throws {
    let all = files.flatMap(\.bytes)
    try FileSystem.write(Array(repeatElement(all, count: copies).joined()), to: path)
  }
}
