import KeikakuText

/// Lines of a web page that serve its reader and belong to no document: the way to the page, 印刷, ここから本文です.
enum WebChrome {
  private static let lines: Set<String> = [
    "本文", "ここから本文です。", "ここから本文です", "本文ここから", "印刷", "印刷する", "大きな文字で印刷", "印刷大きな文字で印刷", "文字サイズ", "文字サイズ変更", "ユーザー登録",
    "自治体の皆さまへ", "このページを印刷する", "シェア", "ツイート", "ポスト",
  ]
  private static let marks = ["テキスト版", "音声読み上げ", "掲載ページ", "ページ番号", "(つづき)", "(続き)"]

  /// Whether a line is nothing but that.
  static func isLine(_ line: FrontLine) -> Bool {
    let key = line.keyText
    return lines.contains(key) || isTrail(line) || key.hasPrefix("ページ番号") || key.hasPrefix("ページID")
  }

  /// Whether a line, folded and without blanks, speaks of the page or of how it is read.
  static func serves(_ key: String) -> Bool { marks.contains(where: key.contains) }

  /// ホーム > 市政情報 > 計画: the way to the page.
  private static func isTrail(_ line: FrontLine) -> Bool {
    guard ["ホーム", "トップ", "現在"].contains(where: line.keyText.hasPrefix) else { return false }
    let folded = line.text.folded
    return folded.hasPrefix("ホーム") || folded.hasPrefix("トップ") || folded.hasPrefix("現在の位置") || folded.hasPrefix("現在地")
      ? folded.contains(" > ") || folded.hasPrefix("現在") : false
  }
}
