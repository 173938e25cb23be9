import Testing

@testable import Keikaku

@Suite struct PostalCodeTableTests {
  @Test(arguments: [
    (7_592_212, ["352136"]), (1_838_703, ["132063"]), (7_268_601, ["342084"]), (9_600_692, ["072133"]),
    (8_308_520, ["402036"]), (600_000, ["011002"]), (0, []), (9_999_999, []), (6_008_571, ["261009"]),
    (4_980_000, ["232351", "243035"]),
  ])
  func findsMunicipalities(postalCode: Int, codes: [String]) {
    let found = PostalCodeTable.standard.municipalities(postalCode: postalCode)
    #expect(found.map { Gazetteer.standard.municipalities[$0].code } == codes)
  }

  @Test(arguments: [
    ("〒759-2212 山口県美祢市大嶺町東分326-1", [7_592_212]), ("〒7592212", [7_592_212]), ("〒 759 − 2212", [7_592_212]),
    ("TEL 0837-52-1112", []), ("電話 045-671-2121", []), ("携帯 090-1234-5678", []), ("郵便番号759ー2212", [7_592_212]),
    ("1234567円", []),
  ])
  func findsPostalCodesInLines(line: String, codes: [Int]) {
    #expect(PostalCodeScanner.postalCodes(in: line) == codes)
  }

  @Test(
    arguments: [
      ("全国地方公共団体コード:352136", "352136"), ("団体コード 35213", "352136"), ("団体コード 352137", nil), ("コード 352136", nil),
    ] as [(String, String?)])
  func findsMunicipalityCodes(line: String, code: String?) {
    #expect(PostalCodeScanner.municipalityCode(in: line) == code)
  }
}
