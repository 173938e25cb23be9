import Foundation

let usage = """
  USAGE: keikaku-bench [--mentions] [--samples <dir>] [--copies <n>] [--rounds <n>]

  Measures the whole way from a document's bytes to its JSON, beside cmark's from Markdown to HTML on the same bytes:
  processor seconds of whole processes, in turn, the median ratio with its spread.
  With --mentions it measures the finding of dates and quantities in running text, beside grep -cE for era dates.

  """

do {
  let options = try BenchmarkOptions(Array(CommandLine.arguments.dropFirst()))
  if options.showsHelp {
    print(usage, terminator: "")
  } else if options.isWorker {
    try Workload(options).run(options.work)
  } else {
    print(try Benchmark(options).run(), terminator: "")
  }
} catch {
  FileHandle.standardError.write(Data("Error: \(error)\n".utf8))
  exit(error is BenchmarkOptions.UsageError ? 64 : 69)
}
