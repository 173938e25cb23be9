/// Where something stands: a half-open range of bytes in the document's decoded UTF-8 text.
///
/// Lines, columns, pages and boxes follow from it; `SourceText.position(of:)` computes them where they are asked for.
public struct SourceRange: Hashable, Sendable {
  public var start: UInt32
  public var end: UInt32

  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  public init(_ range: Range<Int>) { self.init(start: UInt32(range.lowerBound), end: UInt32(range.upperBound)) }

  /// As a range of array indices.
  public var indices: Range<Int> { Int(start)..<Int(end) }

  /// The smallest range that covers both.
  public func joined(with other: SourceRange) -> SourceRange {
    SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}

/// A source range in the terms of a reader: lines and columns from 1, columns in Unicode scalars, pages from 1.
public struct SourcePosition: Hashable, Sendable {
  public var line: Int
  public var column: Int
  public var endLine: Int
  public var endColumn: Int
  public var page: Int?
  public var box: PageBox?
}

/// A rectangle on a PDF page in points, origin at the page's top left.
public struct PageBox: Hashable, Sendable {
  public var x0: Double
  public var y0: Double
  public var x1: Double
  public var y1: Double

  public init(x0: Double, y0: Double, x1: Double, y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  /// The smallest rectangle that covers both.
  public func joined(with other: PageBox) -> PageBox {
    PageBox(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }
}
