import Foundation

/// A row of a source's look-up table: for these results, in this population, that text.
struct SourceRow: Sendable {
  /// The source's id of the row, or one made from what it says.
  var id: String
  /// `CPIC` or `DPWG`.
  var source: String
  var drug: String
  var guideline: String
  /// The look-up value of each gene.
  var lookup: [String: LookupValue]
  var population: String
  /// The grading in the source's words; empty if it grades nothing.
  var strength: String
  var text: String
  /// Orders the editions; a later one takes an earlier one's place.
  var edition: String
  /// Whether the row's id is one of the source's, which our rule must name.
  var hasSourceID: Bool

  /// The file name our knowledge base gives the drug.
  var drugID: String {
    drug.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .joined(separator: "-")
  }

  /// The look-up values as text, genes in order.
  var key: String {
    lookup.sorted { $0.key < $1.key }.map { "\($0) \($1)" }.joined(separator: "; ")
  }

  /// What rows of two editions share when one takes the other's place.
  var place: [String] { [source, drug, guideline, key, population] }

  /// The combinations of results the row stands for, genes in order.
  var combinations: [[(gene: String, result: ResultKey)]] {
    var found: [[(gene: String, result: ResultKey)]] = [[]]
    for (gene, value) in lookup.sorted(by: { $0.key < $1.key }) {
      let keys = KeyReader.keys(source: source, gene: gene, value: value)
      found = found.flatMap { start in keys.map { start + [(gene, $0)] } }
    }
    return found
  }
}
