internal import Knowledge

/// Checks conversions and habits: genes, proteins, phenotypes and substances must exist.
struct ConversionCheck {
  let genes: [String: Gene]
  /// The genes that have a file, even if it could not be read.
  let filed: Set<String>
  private let proteins: Set<String>
  private let medicines: Set<String>

  init(genes: [String: Gene], filed: Set<String>, medicines: [Medicine]) {
    self.genes = genes
    self.filed = filed
    proteins = Set(medicines.flatMap(\.roles).map(\.protein))
    self.medicines = Set(medicines.map(\.id))
  }

  func run(_ conversions: [Located<EnzymeConversion>], _ habits: [Located<HabitSubstance>]) {
    var seen: Set<String> = []
    for conversion in conversions {
      let value = conversion.value
      let name = "the conversion of '\(value.gene)'"
      if !seen.insert(value.gene).inserted {
        conversion.error("\(name) is there twice", remedy: "keep one")
      }
      if value.sources.isEmpty {
        conversion.error("\(name) has no source", remedy: "name where it was read")
      }
      for protein in value.proteins where !proteins.contains(protein) {
        conversion.error(
          "\(name) names a protein no medicine has a role at", found: protein,
          remedy: "spell it as medicines/roles.tsv does")
      }
      guard let gene = genes[value.gene] else {
        if !filed.contains(value.gene) {
          conversion.error("\(name) is of a gene that has no file", remedy: "correct the symbol")
        }
        continue
      }
      for phenotype in value.ranks.joined() where !gene.resultKeys.contains(phenotype) {
        conversion.error(
          "\(name) ranks a phenotype the gene can't have", found: phenotype,
          remedy: "use those of its file")
      }
      let isScored = if case .activityScore = gene.phenotyping { true } else { false }
      if value.ranks.isEmpty, !value.effects.isEmpty, !isScored {
        conversion.error(
          "\(name) multiplies a score the gene does not have", remedy: "give 'ranks' instead")
      }
    }
    for habit in habits where !medicines.contains(habit.value.medicine) {
      habit.error(
        "a habit names a substance that is not known", found: habit.value.medicine,
        remedy: "correct the id or add it to medicines/identity-hand.tsv")
    }
  }
}
