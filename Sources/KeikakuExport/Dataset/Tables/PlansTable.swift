import Keikaku
import KeikakuText

extension DatasetTable {
  /// One row a document.
  static let plans = DatasetTable(
    "plans", "計画", "One row a plan: what it is, whose it is, and the file it was read from.",
    "計画ごとに1行。計画の概要・自治体・出典ファイル",
    key: ["plan_id"], columns: planColumns,
    rows: { [Row($0, 0, $0.document, source: nil)] })

  private static let planColumns: [Column<PlanDocument>] = {
    let period = Column<PlanDocument>.temporal("period", "計画期間") { $0.plan.period }
    return planFacts + period.picking("period_start", "period_end") + planDetails
      + period.leaving("period_start", "period_end")
      + Column.temporal("published", "公表日") { $0.plan.published }
      + Column.temporal("reporting_year", "報告年度") { $0.plan.reportingYear } + fileColumns + coverageColumns
  }()

  private static let planFacts: [Column<PlanDocument>] = [
    .init("plan_id", .text, "計画ID", "Identifies the plan in the dataset.", "データセット内の計画の識別子") {
      .text($0.document.planID)
    }
    .required,
    .init("title", .text, "計画名", "The plan's title.", "計画の名称") { CellValue($0.element.plan.title) }.searched,
    .init("kind", .text, "計画種別", "What kind of document it is.", "文書の種別", choices: PlanKind.names) {
      CellValue($0.element.plan.kind)
    }.required,
    .init("municipality_name", .text, "市区町村名", "The municipality or prefecture.", "自治体名") {
      CellValue($0.element.plan.municipality.name)
    },
    .init("prefecture", .text, "都道府県名", "Its prefecture.", "都道府県名") {
      CellValue($0.element.plan.municipality.prefecture)
    },
    .init(
      "municipality_code", .text, "全国地方公共団体コード", "Six digits with the check digit; text, since it may begin with 0.",
      "全国地方公共団体コード（6桁、文字列）"
    ) { CellValue($0.element.plan.municipality.code) }.referring(to: "municipalities"),
  ]

  private static let planDetails: [Column<PlanDocument>] = [
    .init(
      "municipality_kind", .text, "自治体種別", "City, town, village, ward or prefecture.", "市・町・村・区・都道府県",
      choices: MunicipalityReading.Kind.names
    ) { CellValue($0.element.plan.municipality.kind) },
    .init("municipality_candidates", .list, "自治体候補", "Codes left where the evidence does not decide.", "特定できない場合の候補コード")
    {
      .list($0.element.plan.municipality.candidates.map(\.code))
    },
    .init("status", .text, "状態", "Final, or a draft (案).", "確定・案", choices: PlanStatus.names) {
      CellValue($0.element.plan.status)
    },
    .init("series", .integer, "期", "2 for 第2期.", "第何期か") { CellValue($0.element.plan.series) },
  ]

  private static let fileColumns: [Column<PlanDocument>] = [
    .init("source_file", .text, "ファイル", "Path below the input folder.", "入力フォルダからの相対パス") {
      .text($0.element.source.file)
    }
    .required,
    .init("source_sha256", .text, "SHA-256", "Digest of the file's bytes.", "ファイルのハッシュ値") {
      .text($0.element.source.sha256)
    }
    .required,
    .init("source_encoding", .text, "文字コード", "The file's encoding.", "文字コード") { .text($0.element.source.encoding) },
    .init("source_media_type", .text, "メディアタイプ", "The file's media type.", "メディアタイプ") {
      .text($0.element.source.mediaType)
    },
    .init("source_bytes", .integer, "バイト数", "Size of the file.", "ファイルの大きさ") { .integer($0.element.source.bytes) }
      .measured(in: "byte"),
    .init("source_lines", .integer, "行数", "Lines of the decoded text.", "行数") { .integer($0.element.source.lines) },
    .init("source_pages", .integer, "ページ数", "Pages, where the file has any.", "ページ数") {
      CellValue($0.element.source.pages)
    },
  ]

  private static let coverageColumns: [Column<PlanDocument>] = [
    .init("coverage_characters", .integer, "文字数", "Characters without line ends.", "改行を除く文字数") {
      .integer($0.element.coverage.characters)
    },
    .init("coverage_running_text", .integer, "本文文字数", "Of these, in sentences.", "文章の文字数") {
      .integer($0.element.coverage.runningText)
    },
    .init("coverage_unclassified", .integer, "未分類文字数", "Of these, in fragments that no rule took.", "どの規則にも該当しない文字数") {
      .integer($0.element.coverage.unclassified)
    },
  ]
}
