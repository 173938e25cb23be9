import Foundation
import Testing

@testable import Keikaku

/// Another way in which the same plan could have reached us: other bytes, the same indicators.
struct Retelling: Sendable, CustomTestStringConvertible {
  let name: String
  let tell: @Sendable (String) -> [UInt8]
  /// The share of indicators that must be the same; raised whenever more is reached.
  let floor: Double
  /// The share of indicators that may be others than the original's.
  let mostOthers: Double

  var testDescription: String { name }

  private init(
    _ name: String, floor: Double = 0.97, mostOthers: Double = 0.03, text: @escaping @Sendable (String) -> String
  ) {
    (self.floor, self.mostOthers) = (floor, mostOthers)
    self.name = name
    tell = { Array(text($0).utf8) }
  }

  private init(_ name: String, bytes: @escaping @Sendable (String) -> [UInt8]) {
    (floor, mostOthers) = (0.97, 0.03)
    self.name = name
    tell = bytes
  }

  static let all: [Retelling] = [
    Retelling("byte order mark") { "\u{FEFF}" + $0 },
    Retelling("CRLF") { $0.replacingOccurrences(of: "\n", with: "\r\n") },
    Retelling("UTF-16", bytes: { text in [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }),
    Retelling(
      "UTF-32",
      bytes: { text in
        text.unicodeScalars.flatMap { scalar in
          (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (24 - 8 * UInt32($0))) }
        }
      }),
    Retelling("CP932", bytes: { JapaneseEncoder.windows31J.encode($0) }),
    Retelling("EUC-JP", bytes: { JapaneseEncoder.eucJP.encode($0) }),
    Retelling("ISO-2022-JP", bytes: { JapaneseEncoder.eucJP.encodeAsISO2022JP($0) }),
    Retelling(
      "blank lines", text: { TabTables.mapLines($0, table: { (rows: [String]) in rows }, line: { [$0, ""] }) }),
    Retelling("pipe tables", text: { TabTables.mapLines($0, table: TabTables.pipes) { [$0] } }),
    Retelling("HTML tables", text: { TabTables.mapLines($0, table: TabTables.html) { [$0] } }),
    Retelling("HTML in one line", text: { TabTables.mapLines($0, table: { [TabTables.html($0).joined()] }) { [$0] } }),
    Retelling("aligned columns", text: { TabTables.mapLines($0, table: TabTables.aligned) { [$0] } }),
    Retelling("full-width digits", text: { TabTables.mapCells($0, fullWidthDigits) }),
    Retelling("blanks before units", text: { TabTables.mapCells($0, blanksBeforeUnits) }),
    Retelling("other header words", text: otherHeaderWords),
    Retelling("radicals") { $0.replacingOccurrences(of: "人", with: "⼈").replacingOccurrences(of: "口", with: "⼝") },
    Retelling("page breaks", text: pageBreaks),
    Retelling("another city", text: anotherCity),
  ]

  private static func fullWidthDigits(_ cell: String) -> String {
    String(
      String.UnicodeScalarView(
        cell.unicodeScalars.map {
          (0x30...0x39).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0)! : $0
        }))
  }

  /// 480人 becomes 480 人; a year of an era keeps its digits beside its letters.
  private static func blanksBeforeUnits(_ cell: String) -> String {
    var result = ""
    for scalar in cell.unicodeScalars {
      if "人件円％%社回団".unicodeScalars.contains(scalar), result.unicodeScalars.last?.properties.numericType != nil {
        result += " "
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func otherHeaderWords(_ text: String) -> String {
    TabTables.mapCells(text) { cell in
      ["基準値": "現況値", "現状値": "現況値", "目標値": "数値目標"].reduce(cell) { cell, word in
        cell.hasPrefix(word.key) ? word.value + cell.dropFirst(word.key.count) : cell
      }
    }
  }

  /// A page number and a form feed after each fortieth line that stands between paragraphs.
  private static func pageBreaks(_ text: String) -> String {
    var page = 0
    var since = 0
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      since += 1
      guard since >= 40, line.isEmpty else { return String(line) }
      since = 0
      page += 1
      return "\n- \(page) -\n\u{C}"
    }.joined(separator: "\n")
  }

  /// What the retelling makes of a name that is compared.
  func rename(_ key: String) -> String { name == "another city" ? Self.anotherCity(key) : key }

  private static func anotherCity(_ text: String) -> String {
    ["美祢": "萩", "美祿": "萩", "久留米": "大川", "熊本": "八代", "山陽小野田": "下松"].reduce(text) {
      $0.replacingOccurrences(of: $1.key, with: $1.value)
    }
  }
}
