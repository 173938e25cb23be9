import KeikakuText

/// Tells lines that begin with the word for a target and go on with figures, but name nothing: 目標--2,300ha, 目標値：BOD2.5mg/L.
enum FigureLabel {
  private static let labels = ["目標値", "目標", "数値目標"]
  private static let longest = 60

  static func begins(_ text: String) -> Bool {
    guard text.hasPrefix("目標") || text.hasPrefix("数値目標"), text.utf8.count <= longest else { return false }
    let folded = text.folded
    guard let label = labels.first(where: folded.hasPrefix) else { return false }
    let rest = folded.dropFirst(label.count)
    guard let sign = rest.first, ":-―－ ".contains(sign) || sign.isNumber else { return false }
    return rest.prefix { !"。、".contains($0) }.contains { $0.isASCII && $0.isNumber } && !rest.contains("。")
  }
}
