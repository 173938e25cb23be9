/// A file's bytes with the name that the document will bear.
public struct SourceFile: Sendable {
  /// The path below the input folder, `/`-separated; for a single file its last component.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The last component of the name without its extension.
  var stem: String {
    let last = name.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? name
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }

  /// What identifies the plan in a dataset: the file's stem and the beginning of its digest.
  func planIdentifier(digest: String) -> String { "\(stem)-\(digest.prefix(8))" }

  /// The IANA media type that the name's extension stands for.
  var mediaType: String {
    switch name.lowercased().split(separator: ".").last {
    case "md", "markdown": "text/markdown"
    case "html", "htm", "xhtml": "text/html"
    case "pdf": "application/pdf"
    default: "text/plain"
    }
  }

  /// The bytes begin as a PDF does; some writers put up to a kilobyte before it.
  public var isPDF: Bool {
    let mark = Array("%PDF-".utf8)
    if bytes.starts(with: mark) { return true }
    guard mediaType == "application/pdf" else { return false }
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }
}
