import KeikakuText

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
    let prefectures = Self.lines(of: MunicipalityData.prefectures) {
      Self.prefecture(number: $0[0], name: $0[1])
    }
    municipalities = Self.lines(of: MunicipalityData.municipalities) { fields in
      Municipality(
        code: MunicipalityCode.completing(fields[0])!, prefecture: prefectures[Self.prefectureIndex(fields[0])].name,
        district: fields[1], name: fields[2], kana: fields[3], kind: Self.kind(of: fields[2]))
    }
    self.prefectures = prefectures
    // Both lists are in the order of their codes, and a ward's city is the last one before it.
    let cities = municipalities.filter { $0.kind == .city }
    var city = 0
    wards = Self.lines(of: MunicipalityData.wards) { fields in
      let code = MunicipalityCode.completing(fields[0])!
      while city + 1 < cities.count, cities[city + 1].code <= code { city += 1 }
      return DesignatedCityWard(code: code, name: fields[1], cityCode: cities[city].code)
    }
    formerMunicipalities = FormerMunicipality.since2014
  }

  /// The municipality or prefecture with a six-digit code.
  public func municipality(code: String) -> Municipality? {
    let list = code.hasSuffix("000", before: 1) ? prefectures : municipalities
    return Self.index(of: code, in: list).map { list[$0] }
  }

  /// The place of a six-digit code in a list in the order of its codes.
  static func index(of code: String, in list: [Municipality]) -> Int? {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].code == code ? low : nil
  }

  /// The municipalities of a name, whatever the prefecture.
  public func municipalities(named name: String) -> [Municipality] { municipalities.filter { $0.name == name } }

  private static func prefecture(number: String, name: String) -> Municipality {
    Municipality(
      code: MunicipalityCode.completing(number + "000")!, prefecture: name, district: "", name: name, kana: "",
      kind: .prefecture)
  }

  /// The place of the prefecture whose number a code begins with.
  private static func prefectureIndex(_ code: String) -> Int {
    code.utf8.prefix(2).reduce(0) { $0 * 10 + Int($1) - 48 } - 1
  }

  private static func kind(of name: String) -> MunicipalityReading.Kind {
    if name.hasSuffix("市") { return .city }
    if name.hasSuffix("町") { return .town }
    return name.hasSuffix("村") ? .village : .ward
  }

  /// What each line of a table is by its fields.
  private static func lines<Line>(of table: StaticString, _ line: ([String]) -> Line) -> [Line] {
    table.withUTF8Buffer { bytes in
      var lines: [Line] = []
      var fields: [String] = []
      var start = 0
      for index in 0...bytes.count {
        let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
        guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else { continue }
        fields.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
        start = index + 1
        guard byte == UInt8(ascii: "\n") else { continue }
        lines.append(line(fields))
        fields.removeAll(keepingCapacity: true)
      }
      return lines
    }
  }
}

extension String {
  /// Whether the text ends with `suffix` followed by so many further bytes.
  fileprivate func hasSuffix(_ suffix: String, before count: Int) -> Bool {
    utf8.count >= suffix.utf8.count + count && utf8.dropLast(count).suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
