import Keikaku
import KeikakuText

/// Whose plans a dataset holds, and of which years.
struct DatasetCoverage: Sendable {
  struct Place: Hashable, Sendable {
    var code: String
    var name: String
  }

  private var seen: Set<Place> = []
  private(set) var start: CalendarDay?
  private(set) var end: CalendarDay?

  /// By their codes.
  var places: [Place] { seen.sorted { $0.code < $1.code } }

  mutating func add(_ plan: Plan) {
    let municipality = plan.municipality
    if let code = municipality.code, let name = municipality.name {
      let prefecture = municipality.prefecture.map { $0 == name ? "" : $0 } ?? ""
      seen.insert(Place(code: code, name: prefecture + name))
    }
    if let day = plan.period?.start, start.map({ day < $0 }) ?? true { start = day }
    if let day = plan.period?.end, end.map({ $0 < day }) ?? true { end = day }
  }
}
