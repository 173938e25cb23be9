import Keikaku
import KeikakuExport

extension Pipeline {
  /// A pipeline with the options that the commands share.
  ///
  /// - Throws: `UsageError` for an unknown encoding and for a vocabulary or lexicon that is wrong, with its line;
  ///   `CommandFailure` where one of these files cannot be read.
  init(_ arguments: ParsedArguments) throws {
    var options = Options()
    if let name = arguments.value("encoding") {
      guard TextEncoding(name: name) != nil else { throw UsageError("Unknown encoding '\(name)'") }
      options.encoding = name
    }
    options.pdf.readOwnerLocked = arguments.isSet("read-owner-locked")
    if let path = arguments.value("vocabulary") { options.vocabulary = try Self.vocabulary(path) }
    if let path = arguments.value("lexicon") { options.lexicon = try Self.lexicon(path) }
    self.init(options: options)
  }

  private static func vocabulary(_ path: String) throws -> VocabularyMatcher {
    guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
      throw UsageError("\(path): the vocabulary is not in UTF-8")
    }
    do { return VocabularyMatcher(try Vocabulary(csv: text)) } catch let error as VocabularyError {
      throw UsageError("\(path):\(error.line): \(error.problem)")
    }
  }

  private static func lexicon(_ path: String) throws -> Lexicon {
    let bytes = try bytes(of: path)
    do { return try Lexicon.load(bytes: bytes) } catch { throw UsageError("\(path):\(error.line): \(error.message)") }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    do { return try FileSystem.read(path) } catch {
      throw CommandFailure(.inputMissing, "\(error.path): \(error.reason)")
    }
  }
}
