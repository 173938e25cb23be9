import Testing

@testable import Keikaku

@Suite struct MunicipalityResolverTests {
  private let resolver = MunicipalityResolver()

  private func resolve(
    title: String? = nil, cover: [String] = [], colophon: [String] = [], head: String = "", whole: String? = nil
  ) -> (reading: MunicipalityReading, codes: [String]) {
    let text = whole ?? ([title ?? ""] + cover + [head] + colophon).joined(separator: "\n")
    let evidence = PlaceEvidence(title: title, cover: cover, colophon: colophon, head: head, wholeText: { text })
    let (reading, diagnostics) = resolver.resolve(evidence)
    return (reading, diagnostics.map(\.code.name))
  }

  private static let sharedNames: Set<String> = {
    let names = Dictionary(grouping: Gazetteer.standard.municipalities, by: \.name)
    return Set(names.filter { $0.value.count > 1 }.keys)
  }()

  @Test func everyNameThatIsAloneResolvesByTheTitle() {
    let former = Set(Gazetteer.standard.formerMunicipalities.map(\.name))
    for place in Gazetteer.standard.municipalities
    where !Self.sharedNames.contains(place.name) && !former.contains(place.name) {
      let found = resolve(title: "第2期\(place.name)まち・ひと・しごと創生総合戦略")
      #expect(found.reading.code == place.code, "\(place.name)")
    }
  }

  @Test func thePlanThatTheTextCallsItselfTellsWhoseItIs() {
    let text = "猿払村まち・ひと・しごと創生総合戦略（以下「総合戦略」）は、北海道創生総合戦略（以下「道総合戦略」）を勘案して定める。"
    #expect(resolve(head: text).reading.name == "猿払村")
    #expect(resolve(head: "北海道創生総合戦略（以下「総合戦略」）を勘案する。").reading.name == nil)
  }

  @Test func theOnlyMunicipalityOfATextIsItsOwnWhereItsPlanIsNamed() {
    #expect(resolve(head: "松戸市まち・ひと・しごと創生懇談会\n松戸市総合戦略では目標を掲げる。").reading.name == "松戸市")
    #expect(resolve(head: "松戸市総合戦略と柏市総合戦略では目標を掲げる。松戸市は近い。").reading.name == nil)
    #expect(resolve(head: "松戸市を訪れた。松戸市は近い。").reading.name == nil)
  }

  @Test func sharedNamesStayOpenWithoutEvidence() {
    #expect(Self.sharedNames.count == 25)
    for name in Self.sharedNames {
      let found = resolve(title: "\(name)総合戦略")
      #expect(found.reading.code == nil && found.reading.name == name, "\(name)")
      #expect(found.codes == ["municipality.ambiguous"], "\(name)")
      #expect(found.reading.candidates.count >= 2, "\(name)")
    }
  }

  @Test func sharedNamesResolveByThePrefecture() {
    for place in Gazetteer.standard.municipalities where Self.sharedNames.contains(place.name) {
      #expect(resolve(title: "\(place.prefecture)\(place.name)総合戦略").reading.code == place.code, "\(place)")
      let colophon = ["発行 \(place.name)", "\(place.prefecture)\(place.district)\(place.name)大字本郷1番地"]
      #expect(resolve(title: "\(place.name)総合戦略", colophon: colophon).reading.code == place.code, "\(place)")
      #expect(resolve(title: "\(place.name)総合戦略", cover: [place.prefecture]).reading.code == place.code, "\(place)")
    }
  }

  @Test func sharedNamesResolveByTheDistrict() {
    for place in Gazetteer.standard.municipalities
    where Self.sharedNames.contains(place.name) && !place.district.isEmpty {
      #expect(resolve(title: "\(place.district)\(place.name)総合戦略").reading.code == place.code, "\(place)")
    }
  }

  @Test(arguments: [
    ("府中市", "〒183-8703", "132063"), ("府中市", "〒726-8601", "342084"), ("伊達市", "〒960-0692", "072133"),
    ("伊達市", "〒052-0024", "012335"), ("池田町", "〒503-2492", "214043"),
  ])
  func sharedNamesResolveByThePostalCode(name: String, postalCode: String, code: String) {
    #expect(resolve(title: "\(name)総合戦略", colophon: ["\(postalCode) \(name)役所"]).reading.code == code)
  }

  @Test func aPrefecturesOwnPlanIsThePrefectures() {
    let found = resolve(
      title: "山口県まち・ひと・しごと創生総合戦略", colophon: ["発行 山口県総合企画部", "〒753-8501 山口県山口市滝町1番1号"])
    #expect(found.reading.code == "350001")
    #expect(found.reading.kind == .prefecture)
  }

  @Test func thePublisherOutweighsThoseThatAreNamedOften() {
    let head = String(repeating: "広島市との連携中枢都市圏において、広島市、福山市の企業と取り組みます。\n", count: 30)
    #expect(resolve(title: "総合戦略", colophon: ["発行 三原市"], head: head).reading.code == "342041")
  }

  @Test func theTitleOutweighsThePrinter() {
    let colophon = ["発行 三原市経営企画部", "印刷 株式会社広島印刷 〒730-8586 広島市中区"]
    #expect(resolve(title: "三原市総合計画", colophon: colophon).reading.code == "342041")
  }

  @Test func aDefinitionNamesTheMunicipality() {
    let head = "久留米市（以下「本市」という。）では、福岡市への流出が続いています。"
    #expect(resolve(title: "地方創生総合戦略", head: head).reading.code == "402036")
  }

  @Test func aLonelyMentionOfItsOwnPlanIsEnough() {
    let head = "第二次山陽小野田市総合計画の策定後、本市では企業誘致に取り組んできました。"
    #expect(resolve(title: "中期基本計画 重点プロジェクト（案）", head: head).reading.code == "352161")
  }

  @Test func aNationalReportIsNoMunicipalitys() {
    let head = "美祢市、久留米市、熊本市では地方創生の取組が進んでいます。国は久留米市総合戦略を好事例として紹介しました。"
    let found = resolve(title: "地方創生に関する報告書", head: head)
    #expect(found.reading == MunicipalityReading())
    #expect(found.codes == ["municipality.unknown"])
  }

  @Test func aMisreadTitleIsMendedByTheText() {
    let found = resolve(title: "美祿市総合戦略", colophon: ["発行 美祢市"])
    #expect(found.reading.code == "352136")
    #expect(found.codes == ["municipality.spelling"])
  }

  @Test func aMisreadTitleAloneStaysUnknown() {
    #expect(resolve(title: "美祿市総合戦略").codes == ["municipality.unknown"])
  }

  @Test func aJointPlanHasCandidates() {
    let found = resolve(title: "宇部市・山陽小野田市 定住自立圏共生ビジョン")
    #expect(found.reading.code == nil)
    #expect(found.reading.candidates.map(\.name) == ["宇部市", "山陽小野田市"])
  }

  @Test func neighboursDecideWherePrefecturesAreSilent() {
    let whole = "府中市総合戦略\n調布市、国分寺市、小金井市と連携します。東京都への転出"
    #expect(resolve(title: "府中市総合戦略", whole: whole).reading.code == "132063")
  }

  @Test func aFormerNameKeepsItsPlace() {
    #expect(resolve(title: "滝沢村総合計画").reading.code == "033057")
    #expect(resolve(title: "那珂川町総合戦略").codes == ["municipality.ambiguous"])
    #expect(resolve(title: "福岡県那珂川町総合戦略").reading.code == "403059")
  }

  @Test func aWardsPlanIsItsCitys() {
    #expect(resolve(title: "堺市北区まちづくり計画").reading.code == "271403")
    #expect(resolve(title: "東京都北区基本計画").reading.code == "131172")
  }

  @Test func aCodeDecides() {
    #expect(resolve(title: "府中市総合戦略", colophon: ["団体コード 342084"]).reading.code == "342084")
  }
}
