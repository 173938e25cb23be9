/// The verbs of sentences that set a target: what stands behind the figure.
enum TargetVerbs {
  /// What becomes of the figure, behind に, へ and まで: 60％に高める, 60％へ高めます, 60％まで高め.
  private static let changes =
    "増や 増加 減ら 減少 削減 引き上げ 引上げ 引き下げ 引下げ 高め 拡大 向上 抑え 縮減 縮小 上昇 改善 低減 抑制 半減 倍増"

  static let all = ProseWords(
    joining: [
      ProseWords(joined(changes).joined(separator: " ")),
      ProseWords(
        """
        にする にします にし とする とします と設定 に設定 と定め を目指す をめざす を目指します をめざします 以上とする を達成 を維持 以上を目指す 以上をめざす 以上にする を確保 を創出 を誘致 \
        を実現 確保 創出 増やす 増加 減らす 減少 削減 を目標と を目標に \
        とすることを目標 とすることを目指 とすることをめざ にすることを目標 にすることを目指 にすることをめざ を超えることを目指 を超えることをめざ を上回ることを目指 を上回ることをめざ \
        を下回ることを目指 を下回ることをめざ を超えることを目標 を上回ることを目標 を下回ることを目標
        """),
    ])

  /// Verbs behind a dated figure that set a target whatever stands above: …から76％（H26）に増加させる.
  static let setting = ProseWords(settingWords.joined(separator: " "))
  private static let settingWords =
    joined("増加させ 減少させ 向上させ 上昇させ 拡大させ 半減させ 増や 減ら 引き上げ 引上げ 高め 引き下げ 引下げ") + ["に縮減", "に低減", "に抑え"]

  /// 約25％に増加する: an aim only where を makes it something that one does; the share that が names grows by itself.
  static let growing = ProseWords(growingWords.joined(separator: " "))
  private static let growingWords = joined("増加する 増加します 減少する 減少します")

  /// By which a text that may hold such a sentence is told at one look.
  static let signs = settingWords + growingWords

  /// What says no more than that the target is the figure: 耐震化率の目標は93％です.
  static let copulas = ProseWords("です である とし と設定 と定め に設定")

  /// What was done, or is foreseen, is no target.
  static let past = ProseWords(
    "した しました させた させました た。 た、 ました られた られました されました された ていた ていました でした する見込 すると見込 する見通 すると推計 すると予測 すると予想 となる見込")

  private static func joined(_ stems: String) -> [String] {
    ["に", "へ", "まで"].flatMap { particle in stems.split(separator: " ").map { particle + $0 } }
  }
}
