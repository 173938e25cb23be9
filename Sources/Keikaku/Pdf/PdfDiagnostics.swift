/// What can be wrong with a PDF file, worded.
extension Diagnostic {
  static func pdfEncrypted(needsPassword: Bool) -> Diagnostic {
    Diagnostic(
      .pdfEncrypted,
      needsPassword
        ? "The file opens with a password only; nothing was read."
        : "The file's owner forbids copying its text; nothing was read. The option --read-owner-locked reads it, where you have the right to."
    )
  }

  static func pdfDamaged(_ reason: String) -> Diagnostic {
    Diagnostic(.pdfDamaged, "The file cannot be opened as PDF: \(reason).")
  }

  static func pdfPagesFailed(_ failures: [(page: Int, reason: String)]) -> Diagnostic {
    Diagnostic(
      .pdfPageFailed,
      "Page \(list(failures.map(\.page))) could not be read: \(failures[0].reason). It is empty in the text.")
  }

  static func pdfRulesUnread(_ pages: [Int]) -> Diagnostic {
    Diagnostic(
      .pdfRulesUnread,
      "The drawings of page \(list(pages)) could not be read; its tables are told by blank space alone and are less certain."
    )
  }

  static func pdfImageOnly(_ pages: [Int], of count: Int) -> Diagnostic {
    Diagnostic(
      .pdfImageOnly,
      pages.count == count
        ? "The file holds pictures of pages and no text; it needs text recognition first."
        : "Page \(list(pages)) holds no text; what it shows was not read.")
  }

  static func pdfBrokenText(_ pages: [Int]) -> Diagnostic {
    Diagnostic(
      .pdfBrokenText,
      "The fonts of page \(list(pages)) do not tell which letters they draw; its text is not what the page shows.")
  }

  static func pdfTurnedText(_ pages: [Int]) -> Diagnostic {
    Diagnostic(
      .pdfTurnedText,
      "The text of page \(list(pages)) runs sideways, in which direction is not plain; its tables were not read.")
  }

  static func pdfStruckText(_ pages: [Int]) -> Diagnostic {
    Diagnostic(.pdfStruckText, "Page \(list(pages)) holds text that is struck out; it was left out.")
  }

  static func pdfLimit(_ reason: String) -> Diagnostic { Diagnostic(.pdfLimit, reason) }

  static let pdfChanged = Diagnostic(.pdfChanged, "The file changed while it was read; nothing of it was kept.")

  /// `3, 5-8 and 20`, at most some ten numbers.
  static func list(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = runs.last, number <= last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...max(last.upperBound, number)
      } else {
        runs.append(number...number)
      }
    }
    let words = runs.prefix(8).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
    return words.joined(separator: ", ") + (runs.count > 8 ? " and others" : "")
  }
}
