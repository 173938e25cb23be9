/// The files that a dataset is to be made of, found below files and folders.
public struct InputList: Sendable {
  public struct Input: Sendable, Equatable {
    /// The path below the given folder, `/`-separated; for a single file its last component.
    public var name: String
    public var path: String
  }

  /// A file that is not read, and why.
  public struct Rejected: Sendable, Equatable {
    public var file: String
    public var reason: String
    /// The path as the user named it; nil for what was found in a folder. It is for messages and never written.
    public var given: String?
  }

  public private(set) var inputs: [Input] = []
  public private(set) var skipped: [Rejected] = []
  public private(set) var failed: [Rejected] = []
  private let patterns: [String]
  /// The dataset's own folder, which is never an input.
  private let excluded: String?
  /// The path of each folder is looked up from the root, which takes long for a tree that no one made by hand.
  private static let deepest = 100
  /// Real paths that were visited, so that links in a circle end and no file is read twice.
  private var visited: Set<String> = []

  /// Finds the files. `included` are patterns with `*` and `?` for names beyond the four endings.
  public init(paths: [String], included: [String] = [], excluding output: String? = nil) {
    patterns = included
    excluded = output.flatMap(FileSystem.realPath)
    for path in paths { addNamed(Self.trimmed(path)) }
  }

  private mutating func addNamed(_ path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let known = (skipped.count, failed.count)
    switch FileSystem.kind(of: path) {
    case .directory: addFolder(path, prefix: "")
    case nil: failed.append(Rejected(file: name, reason: "no such file or folder"))
    case .file, .special: add(path, name: name)
    }
    guard FileSystem.kind(of: path) != .directory else { return }
    for index in known.0..<skipped.count { skipped[index].given = path }
    for index in known.1..<failed.count { failed[index].given = path }
  }

  private static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }

  private mutating func addFolder(_ folder: String, prefix: String) {
    guard let real = FileSystem.realPath(folder), visited.insert(real).inserted else {
      return skipped.append(Rejected(file: prefix.isEmpty ? folder : prefix, reason: "was given before"))
    }
    do {
      for entry in try FileSystem.names(in: folder) {
        guard let entry else {
          failed.append(Rejected(file: prefix + "?", reason: "the name is not UTF-8"))
          continue
        }
        add("\(folder)/\(entry)", name: prefix + entry)
      }
    } catch {
      failed.append(Rejected(file: prefix.isEmpty ? folder : prefix, reason: error.reason))
    }
  }

  private mutating func add(_ path: String, name: String) {
    if let reason = reasonToSkip(name) { return skipped.append(Rejected(file: name, reason: reason)) }
    switch FileSystem.kind(of: path) {
    case .directory where name.utf8.count(where: { $0 == UInt8(ascii: "/") }) >= Self.deepest:
      failed.append(Rejected(file: name, reason: "lies more than \(Self.deepest) folders deep"))
    case .directory: if FileSystem.realPath(path) != excluded { addFolder(path, prefix: "\(name)/") }
    case .special: failed.append(Rejected(file: name, reason: "is a pipe or a device, not a file"))
    case .file, nil: addFile(path, name: name)
    }
  }

  private mutating func addFile(_ path: String, name: String) {
    guard isWanted(name) else {
      return skipped.append(Rejected(file: name, reason: "is no .txt, .md, .html or .pdf file"))
    }
    guard let real = FileSystem.realPath(path) else {
      return failed.append(Rejected(file: name, reason: "no such file or folder"))
    }
    guard visited.insert(real).inserted else {
      return skipped.append(Rejected(file: name, reason: "was given before"))
    }
    inputs.append(Input(name: name, path: path))
  }

  private func reasonToSkip(_ name: String) -> String? {
    guard let last = name.split(separator: "/").last, last != ".", last != ".." else { return nil }
    if last.hasPrefix(".") { return "is hidden" }
    return last.hasPrefix("README") ? "is a README" : nil
  }

  private func isWanted(_ name: String) -> Bool {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return (["*.txt", "*.md", "*.html", "*.pdf"] + patterns).contains {
      Self.matches(last.lowercased(), $0.lowercased())
    }
  }

  /// Whether a name fits a pattern with `*` for any letters and `?` for one.
  static func matches(_ name: some StringProtocol, _ pattern: some StringProtocol) -> Bool {
    var reached = [true]
    let letters = Array(name.unicodeScalars)
    reached += [Bool](repeating: false, count: letters.count)
    for symbol in pattern.unicodeScalars {
      var next = [symbol == "*" && reached[0]]
      for (index, letter) in letters.enumerated() {
        let carries = symbol == "*" && (next[index] || reached[index + 1])
        next.append(carries || (symbol != "*" && reached[index] && (symbol == "?" || symbol == letter)))
      }
      reached = next
    }
    return reached[letters.count]
  }
}
