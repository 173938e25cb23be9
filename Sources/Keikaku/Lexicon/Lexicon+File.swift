import KeikakuText

extension Lexicon {
  /// The standard words with those of a user's file added.
  ///
  ///     {
  ///       "columns": { "target": ["めざす値"], "baseline": ["出発点"] },
  ///       "labels": { "basic_goal": ["まちの目標"] },
  ///       "groups": { "actions": ["やること"] },
  ///       "group_kinds": { "measure": ["施策のならび"] },
  ///       "heading_marks": { "heading": ["▣"], "heading_or_item": ["◍"] },
  ///       "units": { "人": ["乗客"], "千人": ["k人"], "杯": ["杯", "ぱい"] }
  ///     }
  ///
  /// Words are compared folded and without blanks. A word of the file replaces the standard's meaning of the same word.
  ///
  /// - Throws: `LexiconError` with the line of the first fault: no JSON, an unknown section or name, a word that is none,
  ///   a word twice.
  public static func load(bytes: [UInt8]) throws(LexiconError) -> Lexicon {
    let file = try LocatedJSON.parse(bytes)
    var lexicon = Lexicon.standard
    for (name, section) in try file.members("a lexicon is a JSON object of sections") {
      switch name {
      case "columns": try add(section, to: &lexicon.columnRoles)
      case "labels": try add(section, to: &lexicon.labels)
      case "groups": try add(section, to: &lexicon.groups)
      case "group_kinds": try add(section, to: &lexicon.groupKinds)
      case "heading_marks": try add(section, to: &lexicon.headingMarks)
      case "units": lexicon.units = try units(section)
      default: throw section.fault("unknown section “\(name)”; known are \(sectionNames)")
      }
    }
    return lexicon
  }

  private static let sectionNames = "columns, labels, groups, group_kinds, heading_marks, units"

  /// Adds `{meaning: [words]}` to a table of words.
  private static func add<Value: RawRepresentable & CaseIterable & Sendable>(
    _ section: LocatedJSON, to words: inout WordTrie<Value>
  ) throws(LexiconError) where Value.RawValue == String {
    for (name, list) in try LexiconSection(section).lists {
      let meaning: Value = try value(name, list)
      words = words.adding(list.words.map { ($0.text, meaning) })
    }
  }

  /// Adds `{role: [marks]}` to the marks of headings.
  private static func add(_ section: LocatedJSON, to marks: inout HeadingMarks) throws(LexiconError) {
    for (name, list) in try LexiconSection(section).lists {
      let role: HeadingMarks.Role = try value(name, list)
      for word in list.words {
        guard let mark = HeadingMarks.mark(word.text) else {
          let expected = "one symbol that is no letter, digit, bracket, ASCII character, list bullet or note mark"
          throw LexiconError(line: word.line, message: "“\(word.text)” is no heading mark: a mark is \(expected)")
        }
        marks.insert(mark, role)
      }
    }
  }

  /// The standard units with those of `{unit: [spellings]}`.
  private static func units(_ section: LocatedJSON) throws(LexiconError) -> Units {
    var spellings: [Units.Spelling] = []
    for (unit, list) in try LexiconSection(section).lists {
      for word in list.words {
        guard let spelling = Units.Spelling(word.text, of: unit) else {
          let expected =
            "a spelling begins with a letter that is no numeral and holds no digit; 千杯 needs 杯 to be a unit that is known"
          throw LexiconError(line: word.line, message: "“\(word.text)” is no spelling of “\(unit)”: \(expected)")
        }
        spellings.append(spelling)
      }
    }
    return Units(adding: spellings)
  }

  private static func value<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ list: LexiconSection.List
  ) throws(LexiconError) -> Value where Value.RawValue == String {
    if let value = Value(rawValue: name) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw LexiconError(line: list.line, message: "unknown meaning “\(name)”; known are \(known)")
  }
}
