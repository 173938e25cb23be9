/// What `pdfinfo` says of a file.
struct PdfDescription: Sendable {
  var pages = 0
  var isEncrypted = false
  /// The owner forbids to copy text out of it.
  var forbidsCopying = false

  init(_ output: [UInt8]) {
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      switch line[..<colon] {
      case "Pages": pages = Int(value) ?? 0
      case "Encrypted":
        isEncrypted = value.hasPrefix("yes")
        forbidsCopying = isEncrypted && value.contains("copy:no")
      default: break
      }
    }
  }
}
