internal import Genome
internal import MappedIndex

/// The names of the sections of a compiled knowledge base, and how they are filled.
package enum KnowledgeLayout {
  static let kind = "knowledg"
  /// Raised whenever a record or a section changes its shape.
  static let version: UInt32 = 7
  static let geneSymbols = "gene.symbols"
  static let genes = "gene.records"
  static let drugIDs = "drug.ids"
  static let drugs = "drug.records"
  static let medicineIDs = "medicine.ids"
  static let medicines = "medicine.records"
  /// Every name of every medicine, folded for comparison and sorted, with whose and which it is.
  static let names = "name.texts"
  static let nameOwners = "name.medicines"
  static let nameKinds = "name.kinds"
  static let factors = "factor.records"
  static let risks = "risk.records"
  static let interactions = "interact.recs"
  static let conversions = "convert.recs"
  static let habits = "habit.records"
  static let frequencyGenes = "frequency.genes"
  static let frequencies = "frequency.recs"
  static let paralogGenes = "paralog.genes"
  static let paralogs = "paralog.records"
  static let pairs = "pair.records"
  static let stableRegions = "stable.regions"
  static let copyEvents = "copy.events"
  static let equations = "equation.records"
  static let sources = "source.records"
  /// The identity, then the version.
  static let about = "about"

  /// The names of the position columns of an assembly.
  struct ColumnNames {
    let start, end, gene, position, longest: String

    init(_ assembly: Assembly) {
      let prefix =
        switch assembly {
        case .grch37: "37"
        case .grch38: "38"
        }
      start = "\(prefix).start"
      end = "\(prefix).end"
      gene = "\(prefix).gene"
      position = "\(prefix).position"
      longest = "\(prefix).longest"
    }
  }
}
