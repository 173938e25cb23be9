import Testing

@testable import KeikakuText

@Suite struct TitleKeyTests {
  @Test(arguments: [
    ("基本目標１：しごと「づくり」", "基本目標1しごとづくり"), ("ＤＭＯ（仮称）の 設置", "DMO仮称の設置"), ("サービスー・アップ～", "サビスアップ"),
    ("ｶﾞｲﾄﾞの養成", "ガイドの養成"), ("A-1. b", "A1b"), ("①観光", "①観光"), ("", ""), ("〜移住〜", "移住"),
  ])
  func foldsWithoutPunctuation(title: String, key: String) {
    #expect(String(decoding: TitleKey(title).bytes, as: UTF8.self) == key)
  }

  /// The quick way for ordinary letters and the way through the fold table agree.
  @Test func bothWaysAgree() {
    for value in UInt32(0x20)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let alone = TitleKey(String(scalar)).bytes
      // U+2460 has no quick way, so that it sends the whole title through the table.
      let beside = TitleKey("①" + String(scalar)).bytes
      #expect(beside == Array("①".utf8) + alone, "U+\(String(value, radix: 16))")
    }
  }
}
