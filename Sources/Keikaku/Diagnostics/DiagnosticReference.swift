/// The catalogue of diagnostics for the documentation, made from the codes themselves.
public enum DiagnosticReference {
  public static var text: String {
    let rows = DiagnosticCode.all.map { code in
      "| `\(code.name)` | \(code.severity.rawValue) | \(code.meaning.replacing("|", with: "\\|")) |"
    }
    return """
      # Diagnostics

      What the program sees on the way is data: a code, a message, a place. Diagnostics stand in `diagnostics` of a document's
      JSON and in the table of the same name, and the codes that concern an indicator with the indicator. None of them makes a
      command fail, but a file that is no document at all (severity `error`) counts as an input that could not be read. This
      page is generated; a test keeps it fresh.

      | code | severity | meaning |
      | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      """
  }
}
