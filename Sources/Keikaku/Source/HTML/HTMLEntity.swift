/// A character reference of HTML: `&nbsp;`, `&#12354;`, `&#x3042;`.
struct HTMLEntity {
  var text: String
  /// Bytes from `&` to behind `;`.
  var length: Int

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ", "emsp": "\u{3000}",
    "yen": "¥", "times": "×", "divide": "÷", "middot": "·", "hellip": "…", "rarr": "→", "larr": "←", "uarr": "↑",
    "darr": "↓", "rArr": "⇒", "deg": "°", "plusmn": "±", "minus": "−", "ndash": "–", "mdash": "—", "le": "≤",
    "ge": "≥", "bull": "•", "copy": "©", "permil": "‰", "sup2": "²", "sup3": "³", "thinsp": " ", "zwnj": "",
    "zwj": "", "shy": "", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "sect": "§", "para": "¶",
  ]

  /// Reads the reference at `&`; nil where the bytes are none that is known.
  init?(at start: Int, in bytes: [UInt8], to end: Int) {
    let limit = min(end, start + 12)
    guard let close = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), close > start + 1 else { return nil }
    let name = String(decoding: bytes[start + 1..<close], as: UTF8.self)
    guard let text = Self.named[name] ?? Self.numbered(name) else { return nil }
    self.text = text
    length = close + 1 - start
  }

  private static func numbered(_ name: String) -> String? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = value.flatMap(Unicode.Scalar.init) else { return nil }
    return HiddenCharacters.shown[scalar] ?? String(scalar)
  }
}
