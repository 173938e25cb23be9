import Keikaku
import KeikakuText

/// A municipality of today or of before, as one row.
struct MunicipalityEntry: Sendable {
  var municipality: Municipality
  /// What it or a part of it was called under another name or code since 2014.
  var formerNames: [String] = []
  /// The first day on which it was no more, and what it became; nil for those of today.
  var end: (until: String, successor: String)?
}

extension DatasetTable {
  /// Every municipality and prefecture, so that the dataset joins the rest of the country's statistics as it stands.
  static let municipalities = DatasetTable(
    "municipalities", "自治体",
    "All municipalities and prefectures of Japan, with those that ended since 2014 under a code of their own.",
    "全国の市区町村と都道府県（2014年以降に廃止された団体コードを含む）", key: ["municipality_code"], columns: municipalityColumns,
    elements: { _ in Gazetteer.standard.entries })

  private static let municipalityColumns: [CommonColumn<MunicipalityEntry>] = [
    .init(
      "municipality_code", .text, "全国地方公共団体コード", "Six digits with the check digit; text, since it may begin with 0.",
      "全国地方公共団体コード（6桁、文字列）", isRequired: true
    ) { .text($0.municipality.code) },
    .init("prefecture", .text, "都道府県名", "The prefecture; of a prefecture its own name.", "都道府県名", isRequired: true) {
      .text($0.municipality.prefecture)
    },
    .init("district", .text, "郡名", "The district (郡) or island; empty for cities and wards.", "郡・島") {
      CellValue($0.municipality.district.isEmpty ? nil : $0.municipality.district)
    },
    .init("name", .text, "市区町村名", "The name.", "自治体名", isRequired: true) { .text($0.municipality.name) },
    .init("kana", .text, "読み", "The reading in katakana.", "カタカナ読み") {
      CellValue($0.municipality.kana.isEmpty ? nil : $0.municipality.kana)
    },
    .init(
      "kind", .text, "種別", "City, town, village, ward or prefecture.", "市・町・村・区・都道府県",
      choices: MunicipalityReading.Kind.names, isRequired: true
    ) { CellValue($0.municipality.kind) },
    .init("former_names", .list, "旧名", "Names since 2014 of what it was or took in.", "2014年以降の旧名") {
      .list($0.formerNames)
    },
    .init("ended_on", .date, "廃止日", "First day on which it was no more.", "廃止された日") { entry in
      CellValue(entry.end.flatMap { CalendarDay(iso: $0.until) })
    },
    .init(
      "successor_code", .text, "後継コード", "The code of what it became or became a part of.", "後継自治体のコード",
      references: "municipalities"
    ) { CellValue($0.end?.successor) },
  ]
}

extension Gazetteer {
  /// Those of today by their codes, then those that have ended under a code of their own.
  fileprivate var entries: [MunicipalityEntry] {
    let today = (prefectures + municipalities).sorted { $0.code < $1.code }.map { municipality in
      MunicipalityEntry(
        municipality: municipality,
        formerNames: formerMunicipalities.filter { $0.successor == municipality.code }.map(\.name))
    }
    return today + formerMunicipalities.filter { $0.code != $0.successor }.map(entry)
  }

  private func entry(of former: FormerMunicipality) -> MunicipalityEntry {
    let kinds: [Character: MunicipalityReading.Kind] = ["市": .city, "町": .town, "村": .village]
    let municipality = Municipality(
      code: former.code, prefecture: former.prefecture, district: "", name: former.name, kana: "",
      kind: former.name.last.flatMap { kinds[$0] } ?? .ward)
    return MunicipalityEntry(municipality: municipality, end: (former.until, former.successor))
  }
}

extension CalendarDay {
  /// A day written YYYY-MM-DD.
  fileprivate init?(iso: String) {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}
