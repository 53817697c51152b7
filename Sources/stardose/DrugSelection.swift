internal import ArgumentParser
internal import Knowledge

/// Finds drugs by id, generic name or synonym, without regard to case.
struct DrugSelection {
  private let all: [Drug]

  /// Reads the drugs of a knowledge base.
  init(_ knowledge: KnowledgeBase) throws {
    all = try knowledge.allDrugs()
  }

  /// The drugs with these names, or all if none is named.
  func drugs(named names: [String]) throws -> [Drug] {
    guard !names.isEmpty else { return all }
    return try names.map { name in
      let wanted = name.lowercased()
      guard
        let drug = all.first(where: { $0.id == wanted || $0.name.lowercased() == wanted })
          ?? all.first(where: { $0.synonyms.contains { $0.lowercased() == wanted } })
      else {
        throw ValidationError(
          "the knowledge base has nothing named '\(name)'; 'stardose knowledge list' names all of it"
        )
      }
      return drug
    }
  }
}
