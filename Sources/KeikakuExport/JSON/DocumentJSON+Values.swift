import Keikaku
import KeikakuText

/// The values that elements share: ids, places, periods, measurements.
extension DocumentJSON {
  /// An element's id: the plan's id, the letter of its kind, its number from 1.
  @inline(__always)
  mutating func writeID(_ letter: ElementLetter, _ index: Int) {
    out.append(idPrefix)
    out.append(UInt8(ascii: letter.rawValue))
    out.append(number: index + 1)
    out.append("\"")
  }

  mutating func writeNodeID(_ node: NodeID?) {
    if let node { writeID(.node, node.index) } else { out.append("null") }
  }

  /// Writes `,"source":{…}`. A quantity and the mention it is stand in one place: what was just written is repeated.
  mutating func write(_ range: SourceRange) {
    if let lastPlace, lastPlace.range == range { return out.repeatBytes(lastPlace.bytes) }
    let start = out.count
    writePlace(range)
    lastPlace = (range, start..<out.count)
  }

  private mutating func writePlace(_ range: SourceRange) {
    let position = positions.position(of: range)
    out.append(",\"source\":{\"line\":")
    out.append(number: position.line)
    out.append(",\"column\":")
    out.append(number: position.column)
    out.append(",\"end_line\":")
    out.append(number: position.endLine)
    out.append(",\"end_column\":")
    out.append(number: position.endColumn)
    out.append(",\"start_byte\":")
    out.append(number: Int(range.start))
    out.append(",\"end_byte\":")
    out.append(number: Int(range.end))
    writePage(of: range)
    out.append("}")
  }

  private mutating func writePage(of range: SourceRange) {
    guard let pages else { return out.append(",\"page\":null,\"box\":null") }
    out.append(",\"page\":")
    out.append(number: pages.page(at: range.start))
    out.append(",\"box\":")
    guard let box = pages.box(of: range) else { return out.append("null") }
    out.append("{\"x0\":")
    out.append(points: box.x0)
    out.append(",\"y0\":")
    out.append(points: box.y0)
    out.append(",\"x1\":")
    out.append(points: box.x1)
    out.append(",\"y1\":")
    out.append(points: box.y1)
    out.append("}")
  }

  mutating func write(_ temporal: Temporal?) {
    guard let temporal else { return out.append("null") }
    out.append("{")
    writeKeys(of: temporal)
    out.append("}")
  }

  /// The keys of a Temporal without the braces around them.
  mutating func writeKeys(of temporal: Temporal) {
    out.append("\"raw\":")
    out.append(jsonString: temporal.raw)
    out.append(",\"kind\":")
    writeName(temporal.kind?.rawValue)
    out.append(",\"start\":")
    write(temporal.start)
    out.append(",\"end\":")
    write(temporal.end)
    out.append(",\"start_year\":")
    out.append(number: temporal.startYear)
    out.append(",\"end_year\":")
    out.append(number: temporal.endYear)
    out.append(temporal.assumed ? ",\"assumed\":true,\"flags\":" : ",\"assumed\":false,\"flags\":")
    writeNames(temporal.flags)
    out.append(",\"reason\":")
    out.append(jsonString: temporal.reason)
  }

  private mutating func write(_ day: CalendarDay?) {
    guard let day else { return out.append("null") }
    out.append("\"")
    out.append(day: day)
    out.append("\"")
  }

  mutating func write(_ measurement: Measurement?) {
    guard let measurement else { return out.append("null") }
    write(measurement.quantity, at: measurement.source)
  }

  mutating func write(_ quantity: Quantity, at source: SourceRange) {
    out.append("{")
    writeKeys(of: quantity, at: source)
    write(source)
    out.append("}")
  }

  /// The keys of a Measurement up to its source, without the braces around them. Without a source its second figures
  /// have none either.
  mutating func writeKeys(of quantity: Quantity, at source: SourceRange?) {
    writeFigures(quantity)
    out.append(",\"period\":")
    write(quantity.period)
    out.append(",\"text\":")
    out.append(jsonString: quantity.text)
    out.append(",\"parts\":[")
    for (index, part) in quantity.parts.enumerated() { write(part, isFirst: index == 0) }
    out.append("],\"also\":[")
    for (index, other) in quantity.also.enumerated() {
      out.append(index == 0 ? "{" : ",{")
      writeKeys(of: other, at: source)
      if let source { write(source) }
      out.append("}")
    }
    out.append("],\"flags\":")
    writeNames(quantity.flags)
  }

  private mutating func writeFigures(_ quantity: Quantity) {
    out.append("\"raw\":")
    out.append(jsonString: quantity.raw)
    out.append(",\"value\":")
    out.append(decimal: quantity.value)
    out.append(",\"low\":")
    out.append(decimal: quantity.low)
    out.append(",\"high\":")
    out.append(decimal: quantity.high)
    out.append(",\"unit\":")
    out.append(jsonString: quantity.unit)
    out.append(",\"scale\":")
    out.append(decimal: quantity.scale)
    out.append(",\"qualifiers\":")
    writeNames(quantity.qualifiers)
  }

  private mutating func write(_ part: Quantity.Part, isFirst: Bool) {
    out.append(isFirst ? "{\"label\":" : ",{\"label\":")
    out.append(jsonString: part.label)
    out.append(",\"value\":")
    out.append(decimal: part.value)
    out.append(",\"unit\":")
    out.append(jsonString: part.unit)
    out.append("}")
  }

  /// A name of a closed set, which holds nothing to escape.
  @inline(__always)
  mutating func writeName(_ name: String?) {
    guard let name else { return out.append("null") }
    out.append("\"")
    out.append(text: name)
    out.append("\"")
  }

  @inline(__always)
  mutating func writeNames<Name: RawRepresentable<String>>(_ names: [Name]) {
    out.append("[")
    for (index, name) in names.enumerated() {
      if index > 0 { out.append(",") }
      writeName(name.rawValue)
    }
    out.append("]")
  }
}
