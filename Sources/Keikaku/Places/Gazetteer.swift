/// The municipalities of Japan, their prefectures, the designated cities' wards and what changed since 2014.
///
/// Decoded from compiled-in tables when first asked for; a run that resolves nothing pays nothing.
public struct Gazetteer: Sendable {
  /// 1,741, in the order of their codes.
  public let municipalities: [Municipality]
  /// 47, in the order of their codes.
  public let prefectures: [Municipality]
  /// 171, in the order of their codes.
  public let wards: [DesignatedCityWard]
  public let formerMunicipalities: [FormerMunicipality]

  public static let standard = Gazetteer()

  private init() {
    prefectures = Self.lines(of: MunicipalityData.prefectures).map { Self.prefecture(number: $0[0], name: $0[1]) }
    let names = prefectures.map(\.name)
    municipalities = Self.lines(of: MunicipalityData.municipalities).map { fields in
      Municipality(
        code: MunicipalityCode.completing(fields[0])!, prefecture: names[Int(fields[0].prefix(2))! - 1],
        district: String(fields[1]), name: String(fields[2]), kana: String(fields[3]), kind: Self.kind(of: fields[2]))
    }
    let cities = municipalities.filter { $0.kind == .city }
    wards = Self.lines(of: MunicipalityData.wards).map { fields in
      let code = MunicipalityCode.completing(fields[0])!
      return DesignatedCityWard(
        code: code, name: String(fields[1]), cityCode: cities.last { $0.code <= code }!.code)
    }
    formerMunicipalities = FormerMunicipality.since2014
  }

  /// The municipality or prefecture with a six-digit code.
  public func municipality(code: String) -> Municipality? {
    let list = code.hasSuffix("000", before: 1) ? prefectures : municipalities
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].code == code ? list[low] : nil
  }

  /// The municipalities of a name, whatever the prefecture.
  public func municipalities(named name: String) -> [Municipality] { municipalities.filter { $0.name == name } }

  private static func prefecture(number: Substring, name: Substring) -> Municipality {
    Municipality(
      code: MunicipalityCode.completing(number + "000")!, prefecture: String(name), district: "", name: String(name),
      kana: "", kind: .prefecture)
  }

  private static func kind(of name: Substring) -> MunicipalityReading.Kind {
    switch name.last {
    case "市": .city
    case "町": .town
    case "村": .village
    default: .ward
    }
  }

  private static func lines(of table: StaticString) -> [[Substring]] {
    table.withUTF8Buffer { bytes in
      bytes.split(separator: UInt8(ascii: "\n")).map { line in
        line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
          Substring(String(decoding: $0, as: UTF8.self))
        }
      }
    }
  }
}

extension String {
  /// Whether the text ends with `suffix` followed by so many further bytes.
  fileprivate func hasSuffix(_ suffix: String, before count: Int) -> Bool {
    utf8.count >= suffix.utf8.count + count && utf8.dropLast(count).suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
