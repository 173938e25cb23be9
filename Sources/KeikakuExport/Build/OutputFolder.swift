import CSystem

/// The folder of a dataset, replaced as a whole: written beside its place, then exchanged in one step.
///
/// Whoever looks finds the old dataset or the new one, at any moment and after any crash.
struct OutputFolder {
  /// Why a folder is not written to.
  struct Refusal: Error, Sendable {
    var path: String
    var reason: String
  }

  /// Where the dataset will be.
  let path: String
  /// Where it is written meanwhile.
  let staging: String

  /// Checks that the place is free or holds a dataset of ours, and makes the folder to write into.
  init(_ path: String) throws {
    let resolved = FileSystem.realPath(path) ?? path
    guard let name = resolved.split(separator: "/").last, name != ".", name != ".." else {
      throw Refusal(path: path, reason: "the output must be a folder of its own")
    }
    try Self.check(resolved, as: path)
    let parent = resolved.dropLast(name.count)
    self.path = resolved
    staging = "\(parent).\(name).building-\(csystem_process_identifier())"
    try Self.makeParents(String(parent))
    try Self.removeRemains(in: String(parent), of: ".\(name).building-")
    try FileSystem.makeDirectory(staging)
  }

  private static func check(_ path: String, as given: String) throws {
    switch FileSystem.kind(of: path) {
    case nil: return
    case .file, .special: throw Refusal(path: given, reason: "the output is there and is no folder")
    case .directory: break
    }
    guard try !FileSystem.names(in: path).isEmpty else { return }
    let report = (try? FileSystem.read("\(path)/report.json")) ?? []
    guard report.starts(with: ReportWriter.signature.utf8) else {
      throw Refusal(path: given, reason: "the folder is not empty and holds no dataset of keikaku; nothing was changed")
    }
  }

  private static func makeParents(_ parent: String) throws {
    var path = parent.hasPrefix("/") ? "/" : ""
    for name in parent.split(separator: "/") {
      path += "\(name)"
      if FileSystem.kind(of: path) == nil { try FileSystem.makeDirectory(path) }
      path += "/"
    }
  }

  /// Removes what a run that was killed has left beside.
  private static func removeRemains(in parent: String, of prefix: String) throws {
    for name in try FileSystem.names(in: parent.isEmpty ? "." : parent) {
      guard let name, name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count)),
        csystem_process_lives(process) == 0
      else { continue }
      try FileSystem.removeTree(parent + name)
    }
  }

  /// Puts the new dataset in the old one's place.
  func commit() throws(FileFailure) {
    if FileSystem.kind(of: path) == nil { return try FileSystem.move(staging, to: path) }
    if FileSystem.exchange(staging, path) { return try FileSystem.removeTree(staging) }
    let old = "\(staging)-old"
    try FileSystem.move(path, to: old)
    do {
      try FileSystem.move(staging, to: path)
    } catch {
      try FileSystem.move(old, to: path)
      throw error
    }
    try FileSystem.removeTree(old)
  }

  /// Leaves everything as it was.
  func discard() { try? FileSystem.removeTree(staging) }
}
