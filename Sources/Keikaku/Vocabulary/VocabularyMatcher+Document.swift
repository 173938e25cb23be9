import KeikakuText

extension VocabularyMatcher {
  /// Gives each indicator of a plan its canonical one, where it has one.
  func matchIndicators(of document: inout PlanDocument) {
    let place = document.plan.municipality.name
    for index in document.indicators.indices {
      document.indicators[index].canonical = match(
        name: document.indicators[index].name, unit: document.indicators[index].unit,
        value: document.indicators[index].firstValue, place: place)
    }
  }
}
