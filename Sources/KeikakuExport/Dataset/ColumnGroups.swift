import Keikaku
import KeikakuText

/// Columns that several tables share, each group flattened from one nested value of the JSON.
extension Column {
  /// The plan that the row belongs to.
  static var plan: Column {
    Column("plan_id", .text, "計画ID", "The plan.", "計画の識別子") { .text($0.document.planID) }.required.referring(
      to: "plans")
  }

  /// Where the row's element stands in the document.
  static var source: [Column] {
    [
      .init("line", .integer, "出典行", "First line in the document, from 1.", "原文の開始行（1から）") {
        CellValue($0.position?.line)
      },
      .init("column", .integer, "出典列", "First column, from 1, in Unicode scalars.", "開始列（1から、文字単位）") {
        CellValue($0.position?.column)
      },
      .init("end_line", .integer, "出典終了行", "Last line.", "終了行") { CellValue($0.position?.endLine) },
      .init("end_column", .integer, "出典終了列", "Column after the last.", "終了列の次") { CellValue($0.position?.endColumn) },
      .init("start_byte", .integer, "開始バイト", "First byte in the decoded UTF-8 text, from 0.", "UTF-8テキストの開始バイト（0から）") {
        CellValue($0.source.map { Int($0.start) })
      },
      .init("end_byte", .integer, "終了バイト", "Byte after the last.", "終了バイトの次") {
        CellValue($0.source.map { Int($0.end) })
      },
      .init("source_page", .integer, "出典ページ", "Page of the file, from 1, where it has pages.", "ファイルのページ（1から）") {
        CellValue($0.position?.page)
      },
    ] + box
  }

  private static var box: [Column] {
    let edges: [(String, String, KeyPath<PageBox, Double> & Sendable)] = [
      ("x0", "左", \.x0), ("y0", "上", \.y0), ("x1", "右", \.x1), ("y1", "下", \.y1),
    ]
    return edges.map { name, japanese, edge in
      Column(
        "box_\(name)", .number, "枠\(japanese)", "Edge \(name) of the box on the PDF page, in points from the top left.",
        "PDFページ上の枠の\(japanese)端（ポイント、左上原点）"
      ) { CellValue($0.position?.box.map { ExactDecimal(points: $0[keyPath: edge]) }) }.measured(in: "point")
    }
  }

  /// A period in the terms of the contract's Temporal. Columns begin with `prefix` and `_`, or stand bare.
  static func temporal(
    _ prefix: String, _ japanese: String, _ find: @escaping @Sendable (Element) -> Temporal?
  ) -> [Column] {
    let name = { (part: String) in prefix.isEmpty ? part : "\(prefix)_\(part)" }
    return [
      .init(name("raw"), .text, "\(japanese)（原文）", "The period as written.", "期間の原文表記") {
        CellValue(find($0.element)?.raw)
      },
      .init(
        name("kind"), .text, "\(japanese)種別", "What sort of period it is.", "期間の種別", choices: Temporal.Kind.names
      ) { CellValue(find($0.element)?.kind) },
      .init(name("start"), .date, "\(japanese)開始日", "First day; empty on an open side.", "開始日（不明・無期限は空）") {
        CellValue(find($0.element)?.start)
      },
      .init(name("end"), .date, "\(japanese)終了日", "Last day, inclusive.", "終了日（当日を含む）") {
        CellValue(find($0.element)?.end)
      },
      .init(name("start_year"), .integer, "\(japanese)開始年", "First year that the text names.", "本文が示す最初の年（度）") {
        CellValue(find($0.element)?.startYear)
      },
      .init(name("end_year"), .integer, "\(japanese)終了年", "Last year that the text names.", "本文が示す最後の年（度）") {
        CellValue(find($0.element)?.endYear)
      },
    ] + temporalEvidence(name, japanese, find)
  }

  private static func temporalEvidence(
    _ name: (String) -> String, _ japanese: String, _ find: @escaping @Sendable (Element) -> Temporal?
  ) -> [Column] {
    [
      .init(
        name("assumed"), .boolean, "\(japanese)推定", "The text did not say 年 or 年度; a fiscal year was taken.",
        "年・年度の明記がなく年度とみなした"
      ) { CellValue.init(flag: find($0.element)?.assumed) },
      .init(name("flags"), .list, "\(japanese)注記", "What was seen while reading it.", "読み取り時の注記") {
        CellValue(list: find($0.element)?.flags.map(\.rawValue))
      },
      .init(name("reason"), .text, "\(japanese)無効理由", "Why an invalid expression is none.", "無効とした理由") {
        CellValue(find($0.element)?.reason)
      },
    ]
  }

  /// A figure in the terms of the contract's Measurement, its period, parts and second figures apart.
  static func quantity(
    _ prefix: String, _ japanese: String, _ find: @escaping @Sendable (Element) -> Quantity?
  ) -> [Column] {
    let name = { (part: String) in prefix.isEmpty ? part : "\(prefix)_\(part)" }
    return [
      .init(name("value"), .number, "\(japanese)値", "The exact value in the base unit.", "基本単位での正確な値") {
        CellValue(find($0.element)?.value)
      },
      .init(name("low"), .number, "\(japanese)下限", "Lowest value, inclusive.", "下限値") {
        CellValue(find($0.element)?.low)
      },
      .init(name("high"), .number, "\(japanese)上限", "Highest value, inclusive.", "上限値") {
        CellValue(find($0.element)?.high)
      },
      .init(name("unit"), .text, "\(japanese)単位", "The base unit.", "基本単位") { CellValue(find($0.element)?.unit) },
      .init(name("text"), .text, "\(japanese)文言", "What is no number: 維持.", "数値でない内容") {
        CellValue(find($0.element)?.text)
      },
      .init(name("qualifiers"), .list, "\(japanese)限定", "Cumulative, at least, about and the like.", "累計・以上・約などの限定") {
        CellValue(list: find($0.element)?.qualifiers.map(\.rawValue))
      },
      .init(name("raw"), .text, "\(japanese)原文", "The text as it stands in the document.", "原文表記") {
        CellValue(find($0.element)?.raw)
      },
      .init(
        name("scale"), .number, "\(japanese)倍率", "What the written figure was multiplied by: 10000 for 万.",
        "表記の倍率（万は10000）"
      ) {
        CellValue(find($0.element)?.scale)
      },
      .init(name("flags"), .list, "\(japanese)注記", "What was seen while reading it.", "読み取り時の注記") {
        CellValue(list: find($0.element)?.flags.map(\.rawValue))
      },
    ]
  }
}

extension Array {
  /// The columns of these names, in the order of the names.
  func picking<Item>(_ names: String...) -> [Column<Item>] where Element == Column<Item> {
    names.compactMap { name in first { $0.schema.name == name } }
  }

  /// The columns without those of these names.
  func leaving<Item>(_ names: String...) -> [Column<Item>] where Element == Column<Item> {
    filter { !names.contains($0.schema.name) }
  }
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The names of a closed set.
  static var names: [String] { allCases.map(\.rawValue) }
}

extension CellValue {
  init(flag: Bool?) { self = flag.map(CellValue.boolean) ?? .null }
  init(list: [String]?) { self = list.map(CellValue.list) ?? .null }
}

extension ExactDecimal {
  /// A length in points with at most two decimals.
  init(points: Double) {
    guard points.isFinite, abs(points) < 1e12 else {
      self = 0
      return
    }
    self.init(significand: Int128(points * 100 + (points < 0 ? -0.5 : 0.5)), exponent: -2)
  }
}
