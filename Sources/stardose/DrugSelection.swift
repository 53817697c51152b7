internal import Guidance
internal import Knowledge

/// The medicines a report is about, found by id, generic name, brand, synonym or code.
struct DrugSelection {
  /// The drugs with guidance among them.
  let drugs: [Drug]
  /// The ids of all of them and of their ingredients; nil if nothing was named, which stands for all.
  let medicines: Set<String>?

  /// Finds the medicines with these names, or takes all if none is named.
  ///
  /// A name must be one of the medicine's own; near misses are suggested and never taken. A
  /// combination stands for itself and its ingredients.
  ///
  /// - Parameters:
  ///   - names: the names.
  ///   - all: all drugs with guidance.
  ///   - knowledge: where to look.
  init(_ names: [String], among all: [Drug], in knowledge: KnowledgeBase) throws {
    guard !names.isEmpty else {
      drugs = all
      medicines = nil
      return
    }
    let risky = Set(try knowledge.allRisks().flatMap(\.medicines))
    var ids: [String] = []
    for name in names {
      let medicine = try Self.medicine(name, knowledge)
      let own = [medicine.id] + medicine.ingredients
      guard own.contains(where: { knowledge.hasGuidance($0) || risky.contains($0) }) else {
        throw RequestError(
          "no source here says anything of \(medicine.name) and genes; leave it out of --drug")
      }
      ids += own
    }
    medicines = Set(ids)
    drugs = try ids.distinct.compactMap { try knowledge.drug($0) }
  }

  private static func medicine(_ name: String, _ knowledge: KnowledgeBase) throws -> Medicine {
    let near = try knowledge.search(name, limit: 3)
    if let match = try knowledge.medicine(named: name), match.quality == .exact {
      return match.medicine
    }
    let hint =
      near.isEmpty
      ? "'stardose knowledge search' looks for it"
      : "did you mean \(near.map(\.medicine.name).distinct.listed("or"))?"
    throw RequestError("the knowledge base has no medicine named '\(name)'; \(hint)")
  }
}
