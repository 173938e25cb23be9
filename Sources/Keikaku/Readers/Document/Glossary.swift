import KeikakuText

/// Terms with their meaning below 用語解説: in lists and lines with a colon, in tables, as a heading with its text.
///
///     関係人口：移住した人でも観光に来た人でもなく、地域と関わる人
///     ■関係人口
///     移住した人でも観光に来た人でもなく、地域と関わる人のこと。
extension DocumentReader {
  /// Takes a line or a paragraph below 用語解説; false where it stands elsewhere.
  mutating func takeGlossary(_ line: MappedText, below entry: Int?) -> Bool {
    guard let entry, outline.group(at: entry)?.role == .glossary else { return false }
    let note = NoteReader.readTerm(line)
    if note.term != nil {
      if note.text.text.isEmpty { pendingTerm = note.term } else { readNote(note) }
    } else if let term = pendingTerm ?? headedTerm(entry) {
      readNote(NoteBlock(marker: nil, term: term, text: line))
      pendingTerm = nil
    }
    return true
  }

  /// The heading inside the glossary that the text explains.
  private func headedTerm(_ entry: Int) -> String? {
    outline.entries[entry].group == nil ? outline.entries[entry].heading.title : nil
  }
}
