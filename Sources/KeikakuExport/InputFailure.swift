import Keikaku

extension PlanDocument {
  /// Why the file could not be read as a document at all; nil where it could, be its content good or bad.
  public var inputFailure: String? {
    diagnostics.first { diagnostic in
      diagnostic.code.severity == .error && ["source.", "pdf."].contains { diagnostic.code.name.hasPrefix($0) }
    }?.message
  }
}
