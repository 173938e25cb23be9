/// What a run of the benchmark is to do.
struct BenchmarkOptions {
  struct UsageError: Error, CustomStringConvertible {
    var description: String
  }

  /// What is measured.
  enum Work {
    /// A document's bytes to its JSON, beside cmark.
    case extraction
    /// Dates and quantities in running text, beside grep for the dates of the eras.
    case mentions
  }

  var work = Work.extraction
  /// The folder whose text files are the corpus.
  var samples = "Samples"
  /// How often each file is read, each time as a document of its own.
  var copies = 200
  var rounds = 7
  var showsHelp = false
  /// Does the measured work and nothing else.
  var isWorker = false

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": showsHelp = true
      case "--worker": isWorker = true
      case "--mentions": work = .mentions
      case "--samples": samples = try Self.value(of: argument, &rest)
      case "--copies": copies = try Self.number(argument, &rest)
      case "--rounds": rounds = try Self.number(argument, &rest)
      default: throw UsageError(description: "Unknown argument '\(argument)'; see 'keikaku-bench --help'")
      }
    }
  }

  private static func value(of name: String, _ rest: inout ArraySlice<String>) throws -> String {
    guard let value = rest.popFirst() else { throw UsageError(description: "Missing value for '\(name)'") }
    return value
  }

  private static func number(_ name: String, _ rest: inout ArraySlice<String>) throws -> Int {
    guard let number = Int(try value(of: name, &rest)), number > 0 else {
      throw UsageError(description: "The value of '\(name)' must be a number above 0")
    }
    return number
  }
}
