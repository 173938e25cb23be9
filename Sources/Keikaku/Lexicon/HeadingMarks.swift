/// Marks before a heading, and which of them may as well list.
struct HeadingMarks: Sendable {
  /// What a line behind a mark is.
  enum Role: String, Sendable, CaseIterable {
    /// It heads unless a sentence follows: ■ 賑わいの創出.
    case heading
    /// It lists unless a label, a group head or a list of another mark follows: ○ 相談窓口の設置.
    case headingOrItem = "heading_or_item"
  }

  /// By folded scalars.
  private var roles: [UInt32: Role]

  static let standard = HeadingMarks(
    roles: table("■□◆◇▼▽▲△★☆◎▶►❖〓▪◼", .heading).merging(table("○●◯〇◉⚫➀", .headingOrItem)) { first, _ in first })

  private static func table(_ marks: String, _ role: Role) -> [UInt32: Role] {
    Dictionary(uniqueKeysWithValues: marks.unicodeScalars.map { ($0.value, role) })
  }

  /// Opening brackets that may enclose a heading's label or the whole heading, with their closing ones.
  static let brackets = Brackets()

  /// The closing bracket of each opening one.
  struct Brackets {
    subscript(opening: UInt32) -> UInt32? {
      switch opening {
      case 0x3010: 0x3011  // 【】
      case 0x5B: 0x5D  // [] and ［］
      case 0x3C: 0x3E  // <> and ＜＞
      case 0x3008: 0x3009  // 〈〉
      case 0x300A: 0x300B  // 《》
      case 0x3014: 0x3015  // 〔〕
      case 0x226A: 0x226B  // ≪≫
      case 0xAB: 0xBB  // «»
      default: nil
      }
    }

    /// Whether a letter is one of the closing ones.
    func close(with scalar: UInt32) -> Bool {
      switch scalar {
      case 0x3011, 0x5D, 0x3E, 0x3009, 0x300B, 0x3015, 0x226B, 0xBB: true
      default: false
      }
    }
  }

  /// Whether the folded scalar is a mark at all.
  func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    // No mark is a letter of ASCII, a kana or a kanji.
    case ..<0x80, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: false
    default: roles[scalar] != nil
    }
  }

  /// Whether a line behind the mark may as well be an item of a list.
  func mayList(_ mark: Unicode.Scalar) -> Bool { roles[mark.value] == .headingOrItem }

  /// Takes a user's mark; it replaces what the mark was before.
  mutating func insert(_ mark: Unicode.Scalar, _ role: Role) { roles[mark.value] = role }

  /// The mark that a text is: one symbol beyond ASCII that neither lists, notes nor encloses by itself. Nil for all else.
  static func mark(_ text: String) -> Unicode.Scalar? {
    let bytes = Array(text.utf8)
    guard let (scalar, width) = ScalarCursor(bytes, 0..<bytes.count).peek(), width == bytes.count, scalar >= 0x80,
      brackets[scalar] == nil, let mark = Unicode.Scalar(scalar), mark.isSymbol
    else { return nil }
    let line = bytes + [Ascii.space]
    let lists = Bullets.width(at: 0, in: line, to: line.count) != nil
    return lists || NoteMark.stands(at: 0, in: line, to: line.count) ? nil : mark
  }
}

extension Unicode.Scalar {
  /// No letter, digit or blank. Word's symbol fonts leave letters of the private use areas behind.
  fileprivate var isSymbol: Bool {
    switch properties.generalCategory {
    case .otherSymbol, .mathSymbol, .modifierSymbol, .otherPunctuation, .dashPunctuation, .privateUse: true
    default: false
    }
  }
}
