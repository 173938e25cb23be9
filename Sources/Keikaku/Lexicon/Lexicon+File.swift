import KeikakuText

extension Lexicon {
  /// The standard words with those of a user's file added.
  ///
  ///     {
  ///       "columns": { "target": ["めざす値"], "baseline": ["出発点"] },
  ///       "labels": { "basic_goal": ["まちの目標"] },
  ///       "groups": { "actions": ["やること"] },
  ///       "group_kinds": { "measure": ["施策のならび"] }
  ///     }
  ///
  /// Words are compared folded and without blanks. A word of the file replaces the standard's meaning of the same word.
  ///
  /// - Throws: `LexiconError` with the line of the first fault: no JSON, an unknown section or name, a word that is none.
  public static func load(bytes: [UInt8]) throws(LexiconError) -> Lexicon {
    let file = try LocatedJSON.parse(bytes)
    guard case .object(let sections) = file.content else {
      throw LexiconError(line: file.line, message: "a lexicon is a JSON object of sections")
    }
    var lexicon = Lexicon.standard
    for (name, section) in sections {
      switch name {
      case "columns": try add(section, to: &lexicon.columnRoles)
      case "labels": try add(section, to: &lexicon.labels)
      case "groups": try add(section, to: &lexicon.groups)
      case "group_kinds": try add(section, to: &lexicon.groupKinds)
      default:
        throw LexiconError(
          line: section.line, message: "unknown section “\(name)”; known are columns, labels, groups, group_kinds")
      }
    }
    return lexicon
  }

  /// Adds `{meaning: [words]}` to a table of words.
  private static func add<Value: RawRepresentable & CaseIterable & Sendable>(
    _ section: LocatedJSON, to words: inout WordTrie<Value>
  ) throws(LexiconError) where Value.RawValue == String {
    guard case .object(let meanings) = section.content else {
      throw LexiconError(line: section.line, message: "a section is an object of meanings, each with a list of words")
    }
    for (name, list) in meanings {
      guard let meaning = Value(rawValue: name) else {
        let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw LexiconError(line: list.line, message: "unknown meaning “\(name)”; known are \(known)")
      }
      for word in try self.words(list) { words.insert(word, meaning) }
    }
  }

  private static func words(_ list: LocatedJSON) throws(LexiconError) -> [String] {
    guard case .array(let elements) = list.content else {
      throw LexiconError(line: list.line, message: "a meaning is followed by a list of words in brackets")
    }
    var words: [String] = []
    for element in elements {
      guard case .string(let text) = element.content else {
        throw LexiconError(line: element.line, message: "a word is a string in quotes")
      }
      let word = text.folded.filter { $0 != " " && $0 != "\t" }
      guard !word.isEmpty else { throw LexiconError(line: element.line, message: "a word is empty") }
      words.append(word)
    }
    return words
  }
}
