/// The words about the filters of a list.
extension Phrase {
  static let filters = Phrase(ja: "絞り込み", en: "Filters")
  static let filtersOn = Phrase(ja: "適用中の絞り込み", en: "Filters that are on")
  static let applyFilters = Phrase(ja: "絞り込み", en: "Filter")
  static let clearFilters = Phrase(ja: "絞り込みを解除", en: "Clear filters")

  static func removeFilter(_ name: String) -> Phrase {
    Phrase(ja: "絞り込み「\(name)」を解除", en: "Remove the filter \(name)")
  }
}
