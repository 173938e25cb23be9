import Keikaku

/// A file of the dataset as the descriptions name it.
struct DatasetFile: Sendable {
  /// Below the dataset's folder.
  var path: String
  var mediaType: String
  var bytes: Int
  /// 64 hexadecimal digits; nil for files whose bytes are not the same from machine to machine.
  var sha256: String?

  /// Looks at a file that was written.
  init(_ path: String, in folder: String, mediaType: String, isReproducible: Bool = true) throws(FileFailure) {
    let content = try FileSystem.read("\(folder)/\(path)")
    self.path = path
    self.mediaType = mediaType
    bytes = content.count
    sha256 = isReproducible ? SHA256.hexadecimalDigest(of: content) : nil
  }
}
