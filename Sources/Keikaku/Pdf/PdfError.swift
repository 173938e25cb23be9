/// Why no PDF at all can be read here. What is wrong with one file is a diagnostic of its document.
public enum PdfError: Error, Hashable, Sendable {
  /// A program of poppler is not among the folders of PATH; `package` is what to install.
  case missingProgram(name: String, package: String)

  /// For standard error.
  public var message: String {
    switch self {
    case .missingProgram(let name, let package):
      "\(name) is needed to read PDF files and was not found; install the package \(package)"
    }
  }
}
