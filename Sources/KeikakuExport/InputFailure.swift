import Keikaku

extension PlanDocument {
  /// Why the file could not be read as a document at all; nil where it could, be its content good or bad.
  public var inputFailure: String? {
    diagnostics.first { $0.code.severity == .error && $0.code.name.hasPrefix("source.") }?.message
  }
}
