import KeikakuText

/// Figures as people read them: 6,250,000人 (2024), 3,614.66億円, +41,667.
enum FigureText {
  /// A number with its thousands parted.
  static func grouped(_ number: ExactDecimal) -> String {
    let parts = number.magnitude.description.split(separator: ".", maxSplits: 1)
    var digits = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index) % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    return (number < 0 ? "-" : "") + digits + (parts.count > 1 ? ".\(parts[1])" : "")
  }

  /// A number with its unit; sums of money from 億 on are counted in 億.
  static func text(_ number: ExactDecimal, unit: String?) -> String {
    guard unit == "円", number.magnitude >= 100_000_000, let scaled = number.multiplied(byPowerOfTen: -8) else {
      return grouped(number) + (unit ?? "")
    }
    return grouped(scaled.rounded(toPlaces: 2)) + "億円"
  }

  /// A figure with its year: 累計138人 (2019). What is no number stands as it is written.
  static func text(_ figure: ComparedIndicator.Figure?) -> String {
    guard let figure else { return "" }
    let isAsWritten = figure.qualifiers.contains { [.relative, .rank, .ordinal, .increase, .decrease].contains($0) }
    var text = figure.raw
    if let value = figure.value, !isAsWritten {
      text = before(figure) + self.text(value, unit: figure.unit) + behind(figure)
    }
    return text + (figure.year.map { " (\($0)\(figure.isYearAssumed ? "*" : ""))" } ?? "")
  }

  private static func before(_ figure: ComparedIndicator.Figure) -> String {
    figure.qualifiers.contains(.cumulative) ? "累計" : figure.qualifiers.contains(.annualAverage) ? "年平均" : ""
  }

  private static func behind(_ figure: ComparedIndicator.Figure) -> String {
    let words: [(Quantity.Qualifier, String)] = [(.atLeast, "以上"), (.above, "超"), (.atMost, "以下"), (.below, "未満")]
    return words.first { figure.qualifiers.contains($0.0) }?.1 ?? ""
  }

  /// A change with its sign, with as many decimals as its size is worth.
  static func change(_ number: ExactDecimal?, unit: String?) -> String {
    guard let number else { return "" }
    let size = number.magnitude
    let places = size >= 100 ? 0 : size >= 1 ? 1 : 2
    let isMoney = unit == "円" && size >= 100_000_000
    let shown = isMoney ? number : number.rounded(toPlaces: places)
    return (number > 0 ? "+" : "") + (isMoney ? text(shown, unit: unit) : grouped(shown))
  }

  static func percent(_ rate: ExactDecimal?) -> String {
    rate?.multiplied(byPowerOfTen: 2).map { "\(grouped($0.rounded(toPlaces: 1)))%" } ?? ""
  }
}
