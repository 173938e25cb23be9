/// What the text of a cell consists of, in order.
enum CellItem {
  case figure(Figure)
  case date(DateExpression)
  /// A date that a figure is compared with: 平成25年度比.
  case base(Range<Int>)
  case words(Range<Int>)
  /// 小6, 中学3年, 3歳: those who are counted by the figure that follows.
  case counted(Range<Int>)
  /// The inside of a pair of brackets.
  case bracket(Range<Int>)
  /// 5年間累計, 5年間で: what the figure beside it counts over.
  case duration(Figure, Quantity.Qualifier)
  /// 1日当たり: the unit that the figure is counted by, nil where it is no single unit.
  case rate(String?, Range<Int>)
  /// A number that is a name: 3号, P15.
  case refused(Range<Int>)

  var range: Range<Int> {
    switch self {
    case .figure(let figure), .duration(let figure, _): figure.range
    case .date(let expression): expression.range
    case .base(let range), .words(let range), .counted(let range), .bracket(let range), .rate(_, let range),
      .refused(let range):
      range
    }
  }
}
