/// Words of cells that are no number: empty marks, qualifiers, directions. Data without logic.
enum QuantityWords {
  /// What a cell says that has no value, folded and without blanks.
  static let missing: Set<String> = [
    "", "-", "--", "---", "ー", "…", "……", "...", "・・・", "*", "※", "/", "〃", "×", "\\", "_", "=", "□", "｜",
    "未設定", "未調査", "未実施", "未定", "未集計", "未公表", "未把握", "未算出", "未測定", "未計測", "未確定", "未開催", "未回答", "未判明", "未着手",
    "未策定", "未整備", "未導入", "未設置", "未実施のため", "未発表", "未入力", "未記入", "未", "調査未実施", "調査なし", "調査無し",
    "なし", "無し", "無", "該当なし", "該当無し", "該当せず", "データなし", "データ無し", "実績なし", "実績無し", "値なし", "数値なし", "現状値なし",
    "不明", "非公表", "非公開", "秘匿", "集計中", "調査中", "算出中", "検討中", "確認中", "精査中", "公表待ち", "把握なし", "把握していない", "把握できない",
    "算出不可", "算定不可", "測定不可", "測定不能", "調査不能", "対象外", "評価不可", "中止", "開催中止", "調査せず", "実施せず", "集計不可",
    "N/A", "n/a", "NA", "na", "N.A.", "NULL", "null", "nodata", "NoData", "データ未公表", "今後調査", "今後設定", "新規", "新規設定",
    "新規調査", "設定なし",
    "空欄", "x", "X", "該当データなし", "数値未公表", "調査年度ではない", "隔年調査", "調査対象外",
  ]

  /// Words beside a figure that qualify it.
  static let besideFigure: [(word: StaticString, qualifier: Quantity.Qualifier)] = [
    ("累計", .cumulative), ("累積", .cumulative), ("延べ", .cumulative), ("のべ", .cumulative), ("延人", .cumulative),
    ("通算", .cumulative), ("期間合計", .cumulative), ("期間中合計", .cumulative), ("延", .cumulative),
    ("年平均", .annualAverage), ("か年の平均", .annualAverage), ("年度平均", .annualAverage), ("年間平均", .annualAverage),
    ("年間の平均", .annualAverage),
    ("毎年度", .annual), ("毎年", .annual), ("各年度", .annual), ("各年", .annual), ("年間", .annual), ("単年度", .annual),
    ("単年", .annual),
    ("年に", .annual), ("年度あたり", .annual), ("年度当たり", .annual), ("1年あたり", .annual), ("年あたり", .annual), ("年当たり", .annual),
    ("少なくとも", .atLeast), ("最低", .atLeast), ("下限", .atLeast), ("最大", .atMost), ("上限", .atMost),
    ("約", .about), ("およそ", .about), ("おおよそ", .about), ("おおむね", .about), ("概ね", .about), ("凡そ", .about), ("ほぼ", .about),
    ("年度比", .relative), ("年比", .relative), ("前年比", .relative), ("対前", .relative), ("基準比", .relative), ("時比", .relative),
    ("現状比", .relative), ("平均比", .relative), ("同期比", .relative), ("平均から", .relative), ("平均より", .relative),
    ("平均との差", .relative), ("平均に対し", .relative), ("平均を", .relative), ("平均値から", .relative), ("平均値より", .relative),
    ("全国比", .relative), ("県比", .relative),
    ("全国平均", .relative), ("県平均", .relative), ("現状から", .relative), ("現状より", .relative), ("現状値から", .relative),
    ("現状値より", .relative),
    ("基準値から", .relative), ("基準年から", .relative), ("年度から", .relative), ("比較して", .relative), ("比べ", .relative),
    ("対比", .relative),
    ("維持", .maintain), ("横ばい", .maintain),
    ("増加", .increase), ("上昇", .increase), ("アップ", .increase), ("増や", .increase),
    ("減少", .decrease), ("削減", .decrease), ("低減", .decrease), ("ダウン", .decrease), ("減ら", .decrease), ("半減", .decrease),
    ("抑制", .decrease),
  ]

  static let besideFigureTable = ScalarWords(besideFigure)

  /// Marks right before a figure that make it a bound; ～50人 has no low end.
  static let boundMarks: [Unicode.Scalar: Quantity.Qualifier] = [
    "≧": .atLeast, "≥": .atLeast, "⩾": .atLeast, ">": .above, "≦": .atMost, "≤": .atMost, "⩽": .atMost, "<": .below,
    "~": .atMost,
  ]

  /// Words that alone say what becomes of an indicator.
  static let alone: [(word: StaticString, qualifier: Quantity.Qualifier)] = [
    ("維持", .maintain), ("横ばい", .maintain), ("現状のまま", .maintain), ("据え置き", .maintain), ("継続", .maintain),
    ("増加", .increase), ("増やす", .increase), ("増", .increase), ("向上", .increase), ("アップ", .increase), ("上昇", .increase),
    ("拡大", .increase),
    ("倍増", .increase), ("UP", .increase), ("up", .increase), ("伸ばす", .increase), ("引き上げ", .increase),
    ("引上げ", .increase), ("高める", .increase),
    ("減少", .decrease), ("減らす", .decrease), ("減", .decrease), ("削減", .decrease), ("低減", .decrease), ("抑制", .decrease),
    ("ダウン", .decrease),
    ("低下", .decrease), ("半減", .decrease), ("縮小", .decrease), ("短縮", .decrease), ("引き下げ", .decrease),
    ("DOWN", .decrease), ("下げる", .decrease),
    ("以上", .atLeast), ("上回", .above), ("超え", .above), ("超", .above), ("以下", .atMost), ("以内", .atMost), ("下回", .below),
    ("未満", .below),
    ("毎年度", .annual), ("毎年", .annual), ("各年度", .annual), ("累計", .cumulative), ("延べ", .cumulative),
    ("前年比", .relative), ("前年度比", .relative), ("対前年", .relative), ("基準年比", .relative), ("同期比", .relative),
    ("程度", .about), ("並み", .about), ("前後", .about),
  ]

  static let aloneTable = ScalarWords(alone)

  /// What such a word may be followed by in a cell that holds nothing else.
  static let endings: [StaticString] = [
    "傾向", "させる", "する", "を目指す", "をめざす", "を図る", "へ", "とする", "。", "る", "した", "目標", "を", "に", "の", "・", "、", "(", ")", " ",
    "または", "又は", "若しくは", "もしくは", "かつ", "から", "または", "水準", "以上", "程度",
    "て", "せる", "な", "で", "り", "っ", "率", "め", "っている", "ること",
  ]

  /// What numbers degrees: 要介護3, 震度6強.
  static let degrees: [StaticString] = [
    "要介護", "要支援", "震度", "レベル", "ランク", "ステージ", "フェーズ", "ステップ", "マグニチュード", "ターゲット", "様式",
  ]

  /// Where a figure is a rank among many.
  static let rankScopes: [StaticString] = [
    "全国", "県内", "道内", "府内", "都内", "市内", "町内", "世界", "日本", "国内", "九州", "東北", "関東", "近畿", "中国", "四国", "第", "順位", "都道府県",
    "市町村", "類似団体",
  ]

  /// Lengths of time that a cumulative or average figure counts over.
  static let periodsOfYears: Set<String> = ["年間", "か年", "年"]
}
