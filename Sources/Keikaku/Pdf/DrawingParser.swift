/// Reads the rules and filled areas out of the SVG that `pdftocairo` writes; letters and pictures are passed over.
///
///     <path style="stroke:none;fill:rgb(0%,0%,0%);" d="M 57 95.2 L 58.5 95.2 L 58.5 114.7 L 57 114.7 Z"/>
///
/// Older cairo writes `style`, newer cairo attributes of its own (`fill=`, `stroke-width=`); both are read.
struct DrawingParser {
  private let bytes: [UInt8]
  private var index = 0
  private var pages: [PageDrawing] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// One drawing for each page, in order. A single page comes without `<page>`.
  static func drawings(of bytes: [UInt8]) -> [PageDrawing] {
    var parser = DrawingParser(bytes)
    parser.readAll()
    for page in parser.pages.indices { parser.pages[page].merge() }
    return parser.pages
  }

  private mutating func readAll() {
    while skip(to: UInt8(ascii: "<")) {
      index += 1
      if starts(with: "path ") {
        readShape(isPath: true)
      } else if starts(with: "rect ") {
        readShape(isPath: false)
      } else if starts(with: "page>") || starts(with: "page ") {
        pages.append(PageDrawing())
      } else if starts(with: "defs>") {
        skipElement(closing: "/defs>", opening: "defs>")
      } else if starts(with: "clipPath ") {
        skipElement(closing: "/clipPath>", opening: "clipPath ")
      } else if starts(with: "mask ") {
        skipElement(closing: "/mask>", opening: "mask ")
      }
    }
    if pages.isEmpty { pages.append(PageDrawing()) }
  }

  /// Passes over an element and all inside it.
  private mutating func skipElement(closing: StaticString, opening: StaticString) {
    var depth = 1
    while depth > 0, skip(to: UInt8(ascii: "<")) {
      index += 1
      if starts(with: closing) { depth -= 1 } else if starts(with: opening) { depth += 1 }
    }
  }

  private mutating func readShape(isPath: Bool) {
    let start = index
    guard skip(to: UInt8(ascii: ">")) else { return }
    let tag = start..<index
    if pages.isEmpty { pages.append(PageDrawing()) }
    let paint = paint(of: tag)
    guard paint.isFilled || paint.isStroked else { return }
    let transform = value("transform", in: tag).map(Self.transform(bytes)) ?? .identity
    if isPath {
      if let data = value("d", in: tag) { readPath(data, paint, transform) }
    } else {
      readRectangle(tag, paint, transform)
    }
  }

  private mutating func readRectangle(_ tag: Range<Int>, _ paint: Paint, _ transform: Transform) {
    func number(_ name: StaticString) -> Double? {
      guard let range = value(name, in: tag) else { return nil }
      var place = range.lowerBound
      return PdfNumber.read(bytes, &place, end: range.upperBound)
    }
    guard let width = number("width"), let height = number("height") else { return }
    let x = number("x") ?? 0
    let y = number("y") ?? 0
    finish([(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)].map(transform.apply), paint)
  }

  /// Reads the sub-paths of a path one by one; those with curves are no rules, but may be boxes with round corners.
  private mutating func readPath(_ data: Range<Int>, _ paint: Paint, _ transform: Transform) {
    var points: [(x: Double, y: Double)] = []
    var isCurved = false
    var straight = 0.0
    var place = data.lowerBound
    func number() -> Double? {
      while place < data.upperBound, bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == UInt8(ascii: ",") {
        place += 1
      }
      return PdfNumber.read(bytes, &place, end: data.upperBound)
    }
    func goStraight(to point: (x: Double, y: Double)) {
      if let last = points.last { straight += abs(point.x - last.x) + abs(point.y - last.y) }
      points.append(point)
    }
    func finishAny() { if isCurved { finishRound(points, straight) } else { finish(points, paint) } }
    while place < data.upperBound {
      let command = bytes[place]
      place += 1
      switch command {
      case UInt8(ascii: "M"), UInt8(ascii: "L"):
        if command == UInt8(ascii: "M") {
          finishAny()
          points.removeAll(keepingCapacity: true)
          isCurved = false
          straight = 0
        }
        if let x = number(), let y = number() { goStraight(to: transform.apply((x, y))) }
      case UInt8(ascii: "H"): if let x = number(), let last = points.last { goStraight(to: (x, last.y)) }
      case UInt8(ascii: "V"): if let y = number(), let last = points.last { goStraight(to: (last.x, y)) }
      case UInt8(ascii: "C"):
        isCurved = true
        let numbers = (0..<6).map { _ in number() }
        if let x = numbers[4], let y = numbers[5] { points.append(transform.apply((x, y))) }
      case UInt8(ascii: "Z"): if let first = points.first { goStraight(to: first) }
      default: break
      }
    }
    finishAny()
  }

  /// A sub-path with curves is done: a box with round corners if all that does not lie on the box's edges lies in its corners,
  /// and enough of it is straight. Writers make a corner of one curve or of many.
  private mutating func finishRound(_ points: [(x: Double, y: Double)], _ straight: Double) {
    guard points.count >= 8, points.count <= Self.mostPointsOfABox, let first = points.first else { return }
    var box = PageBox(x0: first.x, y0: first.y, x1: first.x, y1: first.y)
    for point in points { box = box.joined(with: PageBox(x0: point.x, y0: point.y, x1: point.x, y1: point.y)) }
    let radius = 0.5 * min(box.width, box.height)
    guard straight >= 0.8 * (box.width + box.height), radius > 3 else { return }
    let keepToBox = points.allSatisfy { point in
      let beside = min(point.x - box.x0, box.x1 - point.x)
      let above = min(point.y - box.y0, box.y1 - point.y)
      return min(beside, above) <= 0.6 || max(beside, above) <= radius
    }
    if keepToBox { pages[pages.count - 1].addRoundBox(box) }
  }

  private static let mostPointsOfABox = 100

  /// A sub-path is done: as an area where it is filled and a rectangle, as lines where it is stroked.
  private mutating func finish(_ points: [(x: Double, y: Double)], _ paint: Paint) {
    guard points.count >= 2 else { return }
    let page = pages.count - 1
    if paint.isStroked {
      for (start, end) in zip(points, points.dropFirst()) { pages[page].addStroke(from: start, to: end) }
    } else if points.count <= 6, let box = Self.rectangle(points) {
      pages[page].addFill(box)
    }
  }

  /// The box of points that all lie on its corners.
  private static func rectangle(_ points: [(x: Double, y: Double)]) -> PageBox? {
    var box = PageBox(x0: points[0].x, y0: points[0].y, x1: points[0].x, y1: points[0].y)
    for point in points { box = box.joined(with: PageBox(x0: point.x, y0: point.y, x1: point.x, y1: point.y)) }
    let slack = 0.6
    for point in points {
      guard min(point.x - box.x0, box.x1 - point.x) <= slack, min(point.y - box.y0, box.y1 - point.y) <= slack else {
        return nil
      }
    }
    return box
  }
}

extension DrawingParser {
  /// How a shape is painted, as far as it shows.
  struct Paint {
    var isFilled = false
    var isStroked = false
  }

  struct Transform {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0
    static let identity = Transform()

    func apply(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
      (a * point.x + c * point.y + e, b * point.x + d * point.y + f)
    }
  }

  /// `matrix(a,b,c,d,e,f)`.
  private static func transform(_ bytes: [UInt8]) -> (Range<Int>) -> Transform {
    { range in
      var values: [Double] = []
      var place = range.lowerBound
      while place < range.upperBound {
        if let value = PdfNumber.read(bytes, &place, end: range.upperBound) { values.append(value) } else { place += 1 }
      }
      guard values.count == 6 else { return .identity }
      return Transform(a: values[0], b: values[1], c: values[2], d: values[3], e: values[4], f: values[5])
    }
  }

  private func paint(of tag: Range<Int>) -> Paint {
    if let style = value("style", in: tag) {
      return Paint(isFilled: shows(property("fill:", in: style)), isStroked: shows(property("stroke:", in: style)))
    }
    return Paint(isFilled: shows(value("fill", in: tag)), isStroked: shows(value("stroke", in: tag)))
  }

  /// Neither absent nor none nor white.
  private func shows(_ color: Range<Int>?) -> Bool {
    guard let color, color.count > 4 || !matches("none", at: color.lowerBound) else { return false }
    return !matches("rgb(100%,100%,100%)", at: color.lowerBound)
      && !matches("rgb(100%, 100%, 100%)", at: color.lowerBound)
  }

  /// A property's value in a `style`.
  private func property(_ name: StaticString, in style: Range<Int>) -> Range<Int>? {
    var place = style.lowerBound
    while place < style.upperBound {
      while place < style.upperBound, bytes[place] == 0x20 || bytes[place] == UInt8(ascii: ";") { place += 1 }
      let start = place
      while place < style.upperBound, bytes[place] != UInt8(ascii: ";") { place += 1 }
      if matches(name, at: start) { return start + name.utf8CodeUnitCount..<place }
    }
    return nil
  }

  /// An attribute's value between its quotes.
  private func value(_ name: StaticString, in tag: Range<Int>) -> Range<Int>? {
    let count = name.utf8CodeUnitCount
    var place = tag.lowerBound
    while place < tag.upperBound {
      while place < tag.upperBound, bytes[place] != UInt8(ascii: "=") { place += 1 }
      guard place + 1 < tag.upperBound, bytes[place + 1] == UInt8(ascii: "\"") else { return nil }
      let isNamed =
        place - count > tag.lowerBound && matches(name, at: place - count) && bytes[place - count - 1] == 0x20
      let start = place + 2
      place = start
      while place < tag.upperBound, bytes[place] != UInt8(ascii: "\"") { place += 1 }
      if isNamed { return start..<place }
    }
    return nil
  }

  private func matches(_ word: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where bytes[start + offset] != word.utf8Start[offset] { return false }
    return true
  }

  private func starts(with word: StaticString) -> Bool { matches(word, at: index) }

  private mutating func skip(to byte: UInt8) -> Bool {
    while index < bytes.count {
      if bytes[index] == byte { return true }
      index += 1
    }
    return false
  }
}
