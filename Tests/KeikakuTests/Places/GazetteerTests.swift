import Foundation
import Testing

@testable import Keikaku

@Suite struct GazetteerTests {
  private let gazetteer = Gazetteer.standard

  @Test func countsAgreeWithTheNationalList() {
    let kinds = Dictionary(grouping: gazetteer.municipalities, by: \.kind).mapValues(\.count)
    #expect(gazetteer.municipalities.count == 1741)
    #expect(kinds == [.city: 792, .town: 743, .village: 183, .ward: 23])
    #expect(gazetteer.prefectures.count == 47)
    #expect(gazetteer.wards.count == 171)
  }

  @Test func codesAreValidAndInOrder() {
    let codes = gazetteer.municipalities.map(\.code)
    #expect(codes.allSatisfy { MunicipalityCode.isValid($0) })
    #expect(codes == codes.sorted())
    for former in gazetteer.formerMunicipalities {
      #expect(MunicipalityCode.isValid(former.code), "\(former.name)")
      #expect(gazetteer.municipality(code: former.successor) != nil, "\(former.name)")
    }
  }

  @Test(arguments: [("35213", 6), ("13206", 3), ("34208", 4), ("01100", 2)])
  func checkDigits(digits: String, expected: Int) { #expect(MunicipalityCode.checkDigit(of: digits) == expected) }

  @Test(arguments: ["3521", "35213a", "三五二一三", ""])
  func noCheckDigitForWhatIsNoCode(text: String) { #expect(MunicipalityCode.checkDigit(of: text) == nil) }

  @Test func findsByCode() {
    #expect(gazetteer.municipality(code: "352136")?.name == "美祢市")
    #expect(gazetteer.municipality(code: "350001")?.kind == .prefecture)
    #expect(gazetteer.municipality(code: "352137") == nil)
    #expect(gazetteer.municipality(code: "1") == nil)
  }

  @Test func namesStayApartInPlainSpelling() {
    let names = Set(gazetteer.municipalities.map(\.name))
    let keys = Set(names.map { PlaceText($0).scalars })
    #expect(keys.count == names.count)
  }

  @Test func agreesWithTheSharedList() throws {
    guard let rows = SharedFiles.lines(of: "data/municipalities.csv") else { return }
    let names: [MunicipalityReading.Kind: String] = [.city: "市", .town: "町", .village: "村", .ward: "区"]
    let written = gazetteer.municipalities.map { place in
      [
        place.code, String(place.code.prefix(5)), place.prefecture, place.district, place.name, place.kana,
        names[place.kind]!,
      ].joined(separator: ",")
    }
    #expect(written == Array(rows.dropFirst()))
  }
}
