import Keikaku

/// Prints diagnostics for people: `file:line:column: severity: message [code]`.
struct DiagnosticPrinter {
  let console: Console
  /// Failures alone.
  var isQuiet = false
  /// Notes too.
  var isVerbose = false

  init(_ console: Console, _ arguments: ParsedArguments) {
    self.console = console
    isQuiet = arguments.isSet("quiet")
    isVerbose = arguments.isSet("verbose")
  }

  /// The diagnostics of a document, with a line that counts them.
  func print(_ document: PlanDocument, file: String) {
    guard !isQuiet else { return }
    let file = file.withoutControls
    var text = ""
    for diagnostic in document.diagnostics where isVerbose || diagnostic.code.severity != .note {
      text += line(for: diagnostic, of: document, file: file)
    }
    console.error(text + summary(of: document.diagnostics, file: file))
  }

  private func line(for diagnostic: Diagnostic, of document: PlanDocument, file: String) -> String {
    let place = diagnostic.source.map { source in
      let position = document.text.position(of: source)
      return "\(file):\(position.line):\(position.column): "
    }
    let severity = colored(diagnostic.code.severity)
    return "\(place ?? "\(file): ")\(severity): \(diagnostic.message.withoutControls) [\(diagnostic.code.name)]\n"
  }

  private func summary(of diagnostics: [Diagnostic], file: String) -> String {
    let counts = DiagnosticCode.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.code.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "" : "\(file): \(counts.joined(separator: ", "))\n"
  }

  private func colored(_ severity: DiagnosticCode.Severity) -> String {
    guard console.usesColor else { return severity.rawValue }
    let color =
      switch severity {
      case .error: "31"
      case .warning: "35"
      case .note: "36"
      }
    return "\u{1B}[1;\(color)m\(severity.rawValue)\u{1B}[0m"
  }
}

extension String {
  /// The text with control characters shown as U+FFFD, so that neither a document's bytes nor a file's name steer a terminal
  /// or make a line of their own.
  var withoutControls: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}
