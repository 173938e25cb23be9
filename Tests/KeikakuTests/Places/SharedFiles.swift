import Foundation

/// Files that stand beside the repository on machines where its design is at hand; a clone alone lacks them.
enum SharedFiles {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(of path: String) -> String? {
    try? String(contentsOf: repository.appending(path: "../shared/\(path)").standardizedFileURL, encoding: .utf8)
  }

  static func lines(of path: String) -> [String]? {
    text(of: path)?.split(separator: "\n").map(String.init)
  }
}
