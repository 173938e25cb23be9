import CSystem

/// The text of a PDF and what its pages' geometry says about it.
public struct PdfDocumentText: Sendable {
  /// Pages, and the box of every word.
  public var text: SourceText
  /// Pages in the file.
  public var pages: Int
  public var diagnostics: [Diagnostic]
  /// False where the file as a whole could not be read; then a diagnostic says why and the text is empty.
  public var isReadable = true
  var hints = PageHints.none
}

/// Reads PDF files by their geometry, through poppler's programs.
///
/// Words with their boxes come from `pdftotext -bbox`, rules and coloured areas from `pdftocairo -svg`. Every call has limits
/// of time, memory and output, and costs at most its pages where it fails.
public struct PdfReader: Sendable {
  public struct Options: Sendable {
    /// Read files whose owner forbids copying. Whether you may is between you and the owner.
    public var readOwnerLocked = false
    /// The folders in which poppler's programs are looked for, as in `PATH`.
    public var searchPath = csystem_environment("PATH").map { String(cString: $0) }
    public var lexicon = Lexicon.standard

    public init() {}
  }

  /// The program of poppler that is missing, if one is.
  public static func missingProgram(options: Options = Options()) -> PdfError? {
    do throws(PdfError) {
      _ = try Poppler(searchPath: options.searchPath)
      return nil
    } catch {
      return error
    }
  }

  /// Reads the file at a path.
  ///
  /// - Throws: `PdfError` where poppler is missing. What is wrong with the file itself is among the diagnostics.
  public static func read(path: String, options: Options = Options()) throws(PdfError) -> PdfDocumentText {
    let poppler = try Poppler(searchPath: options.searchPath)
    // An absolute path is never taken for an option.
    let path = path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
    let before = FileStamp(path)
    var document = PdfReading(poppler: poppler, path: path, options: options).document()
    if FileStamp(path) != before {
      document = PdfDocumentText(unreadable: .pdfChanged)
    }
    return document
  }

  private static var currentFolder: String {
    guard let path = csystem_real_path(".") else { return "." }
    defer { csystem_free(path) }
    return String(cString: path)
  }
}

extension PdfDocumentText {
  init(unreadable diagnostic: Diagnostic) {
    self.init(text: SourceText(bytes: []), pages: 0, diagnostics: [diagnostic], isReadable: false)
  }
}

/// By which a file is known to be the same.
private struct FileStamp: Equatable {
  private var size: Int64 = 0
  private var number: UInt64 = 0
  /// Since 1970.
  private var nanoseconds: Int64 = 0

  init(_ path: String) { csystem_file_stamp(path, &size, &number, &nanoseconds) }
}
