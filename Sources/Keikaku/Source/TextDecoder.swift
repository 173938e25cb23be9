/// Turns a file's bytes into UTF-8, whatever encoding they are in.
///
/// No file is lost: bytes that are no character become U+FFFD with a diagnostic that names their offset in the file. A
/// file that is no text at all (a picture, a spreadsheet) yields empty text and `source.binary`.
public struct TextDecoder: Sendable {
  /// The encoding to read as, whatever the bytes look like; nil to find out.
  public var forced: TextEncoding?

  public init(forced: TextEncoding? = nil) { self.forced = forced }

  public func decode(_ bytes: [UInt8]) -> DecodedText {
    if let forced { return decode(bytes, found: found(forced, in: bytes)) }
    if let format = BinaryFormat.ofFile(bytes) { return binary("The file is \(format), not text.") }
    let isUTF8 = UTF8Repair.isValid(bytes)
    let text = decode(bytes, found: EncodingDetector.detect(bytes, isUTF8: isUTF8), isUTF8: isUTF8)
    if let share = BinaryFormat.shareOfControls(text.bytes) {
      return binary("\(Int(share * 100))% of the file's bytes are control codes; it is no text in any known encoding.")
    }
    return text
  }

  private func found(_ encoding: TextEncoding, in bytes: [UInt8]) -> EncodingDetector.Finding {
    let mark = encoding.byteOrderMark
    let length = !mark.isEmpty && bytes.starts(with: mark) ? mark.count : 0
    return EncodingDetector.Finding(encoding: encoding, evidence: "asked for", markLength: length)
  }

  private func decode(_ bytes: [UInt8], found: EncodingDetector.Finding, isUTF8: Bool = false) -> DecodedText {
    let content = bytes[found.markLength...]
    var faults = DecodingFaults(encoding: found.encoding)
    let decoded: [UInt8]
    switch found.encoding {
    case .utf8:
      if isUTF8 {
        decoded = found.markLength == 0 ? bytes : Array(content)
      } else {
        decoded = UTF8Repair.repaired(content, faults: &faults)
      }
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian:
      decoded = wide(content, encoding: found.encoding, faults: &faults)
    case .windows31J, .eucJP, .iso2022JP:
      decoded = LibraryConversion.convert(bytes, encoding: found.encoding, faults: &faults)
    }
    var diagnostics = faults.diagnostics
    if found.encoding != .utf8 {
      diagnostics.insert(Diagnostic(.sourceEncoding, "Read as \(found.encoding.rawValue): \(found.evidence)."), at: 0)
    }
    return DecodedText(
      bytes: decoded, encoding: found.encoding.rawValue, evidence: found.evidence, diagnostics: diagnostics)
  }

  private func wide(_ bytes: ArraySlice<UInt8>, encoding: TextEncoding, faults: inout DecodingFaults) -> [UInt8] {
    var decoder = WideTextDecoder(bytes, encoding: encoding)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    while let (scalar, offset) = decoder.next() {
      if let scalar {
        result.append(contentsOf: UTF8.encode(scalar)!)
      } else {
        faults.replace(byteAt: offset, in: &result)
      }
    }
    return result
  }

  private func binary(_ message: String) -> DecodedText {
    DecodedText(
      bytes: [], encoding: DecodedText.binary, evidence: message, diagnostics: [Diagnostic(.sourceBinary, message)])
  }
}
