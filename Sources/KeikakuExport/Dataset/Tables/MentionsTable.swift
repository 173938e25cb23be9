import Keikaku
import KeikakuText

extension DatasetTable {
  /// Dates and quantities in running text.
  static let mentions = DatasetTable(
    "mentions", "言及", "One row a date or quantity in running text.", "本文中の日付・数量",
    key: ["mention_id"], columns: mentionColumns, rows: { $0.rows($0.document.mentions) { $0.source } })

  private static let mentionColumns: [Column<Mention>] =
    [
      .init("mention_id", .text, "言及ID", "Identifies the mention.", "言及の識別子") {
        .text($0.document.id(.mention, $0.index))
      }
      .required,
      .plan,
      .init("kind", .text, "種別", "Date or quantity.", "日付・数量", choices: ["date", "quantity"]) {
        .text($0.element.date == nil ? "quantity" : "date")
      }.required,
    ] + Column.temporal("date", "日付") { $0.date }
    + Column.quantity("quantity", "数量") { $0.quantity }
    + Column.temporal("quantity_period", "数量期間") { $0.quantity?.period } + Column.source
}

extension Mention {
  var date: Temporal? { if case .date(let temporal) = finding { temporal } else { nil } }
  var quantity: Quantity? { if case .quantity(let quantity) = finding { quantity } else { nil } }
}
