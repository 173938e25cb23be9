import Keikaku
import KeikakuText

/// Writes what single expressions say, one JSON object a line: whatever comes in, a line goes out for each line.
///
/// Lines end at LF; a CR before it is dropped. Pieces may end anywhere; a line is written when its end is known.
public struct NormalizationJSON: ~Copyable {
  /// What the lines are read as.
  public enum Reading: String, Sendable, CaseIterable {
    case date, quantity
  }

  private let reading: Reading
  private let normalizer = Normalizer()
  private var writer = DocumentJSON(layout: .compact)
  /// The beginning of a line whose end has not come.
  private var pending: [UInt8] = []

  public init(as reading: Reading) { self.reading = reading }

  /// Reads the lines that end in this piece and returns what they say.
  public mutating func add(_ bytes: [UInt8]) -> [UInt8] {
    writer.out.removeAll()
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      pending += rest[..<end]
      writeLine()
      rest = rest[(end + 1)...]
    }
    pending += rest
    return writer.out.bytes
  }

  /// Reads a last line that has no end.
  public mutating func finish() -> [UInt8] {
    writer.out.removeAll()
    if !pending.isEmpty { writeLine() }
    return writer.out.bytes
  }

  private mutating func writeLine() {
    if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
    writer.out.append("{")
    switch reading {
    case .date:
      let line = normalizer.date(line: pending)
      writer.writeKeys(of: line.temporal)
      write(line.range)
      writer.out.append(",\"more\":")
      writer.out.append(number: line.more)
    case .quantity:
      let line = normalizer.quantity(line: pending)
      writer.writeKeys(of: line.quantity, at: nil)
      write(line.range)
    }
    writer.out.append("}\n")
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ range: Range<Int>?) {
    guard let range else { return writer.out.append(",\"range\":null") }
    writer.out.append(",\"range\":[")
    writer.out.append(number: range.lowerBound)
    writer.out.append(",")
    writer.out.append(number: range.upperBound)
    writer.out.append("]")
  }
}
