internal import ArgumentParser
internal import Guidance
internal import Knowledge

/// Finds drugs with guidance by id, generic name, brand, synonym or code.
struct DrugSelection {
  private let knowledge: KnowledgeBase

  /// Looks in a knowledge base.
  init(_ knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// The drugs with these names, or all if none is named.
  ///
  /// A combination stands for its ingredients unless it has guidance of its own.
  func drugs(named names: [String]) throws -> [Drug] {
    guard !names.isEmpty else { return try knowledge.allDrugs() }
    return try names.flatMap { name in
      guard let match = try knowledge.medicine(named: name) else {
        let near = try knowledge.search(name, limit: 3).map(\.medicine.id)
        let hint =
          near.isEmpty
          ? "'stardose knowledge search' looks for it" : "did you mean \(near.listed("or"))?"
        throw ValidationError("the knowledge base has no medicine named '\(name)'; \(hint)")
      }
      let medicine = match.medicine
      let ids = knowledge.hasGuidance(medicine.id) ? [medicine.id] : medicine.ingredients
      let drugs = try ids.compactMap { try knowledge.drug($0) }
      guard !drugs.isEmpty else {
        throw ValidationError(
          "no source gives genetic guidance for \(medicine.name); leave it out of --drug")
      }
      return drugs
    }
  }
}
