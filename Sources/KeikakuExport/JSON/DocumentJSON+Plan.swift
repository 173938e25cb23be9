import Keikaku

/// What is said once a document: its file, the plan itself, the coverage.
extension DocumentJSON {
  mutating func write(_ source: SourceDescription) {
    beginKey("source")
    out.append("{\"file\":")
    out.append(jsonString: source.file)
    out.append(",\"sha256\":")
    out.append(jsonString: source.sha256)
    out.append(",\"encoding\":")
    out.append(jsonString: source.encoding)
    out.append(",\"media_type\":")
    out.append(jsonString: source.mediaType)
    out.append(",\"bytes\":")
    out.append(number: source.bytes)
    out.append(",\"lines\":")
    out.append(number: source.lines)
    out.append(",\"pages\":")
    out.append(number: source.pages)
    out.append("}")
  }

  mutating func write(_ plan: Plan) {
    beginKey("plan")
    out.append("{\"id\":")
    out.append(jsonString: plan.id)
    out.append(",\"title\":")
    out.append(jsonString: plan.title)
    out.append(",\"kind\":")
    writeName(plan.kind.rawValue)
    out.append(",\"status\":")
    writeName(plan.status?.rawValue)
    out.append(",\"series\":")
    out.append(number: plan.series)
    out.append(",\"period\":")
    write(plan.period)
    out.append(",\"published\":")
    write(plan.published)
    out.append(",\"reporting_year\":")
    write(plan.reportingYear)
    write(plan.municipality)
    out.append("}")
  }

  private mutating func write(_ municipality: MunicipalityReading) {
    out.append(",\"municipality\":{\"name\":")
    out.append(jsonString: municipality.name)
    out.append(",\"prefecture\":")
    out.append(jsonString: municipality.prefecture)
    out.append(",\"code\":")
    out.append(jsonString: municipality.code)
    out.append(",\"kind\":")
    writeName(municipality.kind?.rawValue)
    out.append(",\"candidates\":[")
    for (index, candidate) in municipality.candidates.enumerated() {
      out.append(index == 0 ? "{\"name\":" : ",{\"name\":")
      out.append(jsonString: candidate.name)
      out.append(",\"prefecture\":")
      out.append(jsonString: candidate.prefecture)
      out.append(",\"code\":")
      out.append(jsonString: candidate.code)
      out.append("}")
    }
    out.append("]}")
  }

  mutating func write(_ coverage: Coverage) {
    beginKey("coverage")
    out.append("{\"characters\":")
    out.append(number: coverage.characters)
    out.append(",\"running_text\":")
    out.append(number: coverage.runningText)
    out.append(",\"unclassified\":")
    out.append(number: coverage.unclassified)
    out.append("}")
  }
}
