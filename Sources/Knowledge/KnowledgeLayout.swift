internal import Genome
internal import MappedIndex

/// The names of the sections of a compiled knowledge base, and how they are filled.
package enum KnowledgeLayout {
  static let kind = "knowledg"
  /// Raised whenever a record or a section changes its shape.
  static let version: UInt32 = 1
  static let geneSymbols = "gene.symbols"
  static let genes = "gene.records"
  static let drugIDs = "drug.ids"
  static let drugs = "drug.records"
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
