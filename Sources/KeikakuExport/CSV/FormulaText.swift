/// Texts that a spreadsheet would take for a formula (OWASP, CSV injection).
enum FormulaText {
  private static let openers: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]

  /// The text, with an apostrophe before it where it would be calculated. Blanks before the sign do not hide it.
  static func escaped(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if openers.contains(first) { return true }
    guard first.properties.isWhitespace else { return false }
    return text.unicodeScalars.first { !$0.properties.isWhitespace }.map(openers.contains) ?? false
  }
}
