/// A municipality (市町村, 特別区) or a prefecture, as the national code list counts them.
public struct Municipality: Hashable, Sendable {
  /// 全国地方公共団体コード, six digits with the check digit.
  public let code: String
  /// The prefecture's name; of a prefecture its own.
  public let prefecture: String
  /// 郡, or the island that an address puts before the name; empty for cities and wards.
  public let district: String
  public let name: String
  /// The reading in katakana; empty for a prefecture.
  public let kana: String
  public let kind: MunicipalityReading.Kind

  public init(
    code: String, prefecture: String, district: String, name: String, kana: String, kind: MunicipalityReading.Kind
  ) {
    self.code = code
    self.prefecture = prefecture
    self.district = district
    self.name = name
    self.kana = kana
    self.kind = kind
  }

  /// What a reading lists where the evidence does not decide.
  var candidate: MunicipalityReading.Candidate { .init(name: name, prefecture: prefecture, code: code) }
}

/// A ward (行政区) of a designated city: a part of it, no municipality.
public struct DesignatedCityWard: Hashable, Sendable {
  /// Six digits with the check digit.
  public let code: String
  /// With the city before it: 堺市北区.
  public let name: String
  /// The code of its city.
  public let cityCode: String
}

/// A name or code that a municipality bore until a day since 2014.
public struct FormerMunicipality: Hashable, Sendable {
  public let name: String
  public let prefecture: String
  /// Six digits with the check digit, as it was then.
  public let code: String
  /// The first day on which it was no longer so, ISO 8601.
  public let until: String
  /// The code of what it became or became a part of.
  public let successor: String
}
