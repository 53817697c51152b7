/// The drugs with guidance on some genes and their grades, as they are written.
struct GuidanceText: Sendable {
  let drugs: [UInt8]?
  let grades: [UInt8]?

  /// The drugs of all of the genes, by id.
  init(on genes: [String], _ guidance: [String: GeneGuidance]) {
    var all = GeneGuidance()
    for gene in genes {
      if let own = guidance[gene] { all.merge(own) }
    }
    let sorted = all.grades.sorted { $0.key < $1.key }
    drugs = KnownVariant.list(sorted.map { KnownVariant.element($0.key) })
    grades = KnownVariant.list(sorted.map { Array($0.value.rawValue.utf8) })
  }
}
