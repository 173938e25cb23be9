extension FormerMunicipality {
  /// Every change of a municipality's name, kind or code since 2014 (e-Stat, 廃置分合等情報). Wards of designated
  /// cities are left out: they change no municipality.
  static let since2014: [FormerMunicipality] = [
    FormerMunicipality(name: "滝沢村", prefecture: "岩手県", code: "033057", until: "2014-01-01", successor: "032166"),
    FormerMunicipality(name: "岩舟町", prefecture: "栃木県", code: "093670", until: "2014-04-05", successor: "092037"),
    FormerMunicipality(name: "富谷町", prefecture: "宮城県", code: "044237", until: "2016-10-10", successor: "042161"),
    FormerMunicipality(name: "那珂川町", prefecture: "福岡県", code: "403059", until: "2018-10-01", successor: "402311"),
    FormerMunicipality(name: "篠山市", prefecture: "兵庫県", code: "282219", until: "2019-05-01", successor: "282219"),
  ]
}
