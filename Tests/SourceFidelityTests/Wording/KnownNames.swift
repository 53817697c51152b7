import Foundation
import Knowledge

/// Names of genes and medicines, which two texts may share without sharing wording.
struct KnownNames {
  /// Names that count however they are written.
  private var plain: Set<UInt64> = []
  /// Brands, which count where they are written with a capital: some are common words.
  private var brands: Set<UInt64> = []
  /// Names of several words, by their first.
  private var phrases: [UInt64: [[UInt64]]] = [:]

  init() {}

  /// The names of a knowledge base and of the table of drug identities.
  init(_ knowledge: CheckedKnowledge) throws {
    for symbol in knowledge.genes.keys { add(symbol) }
    for medicine in knowledge.medicines {
      add(medicine.name, isClass: medicine.kind == .class)
      (medicine.brands + medicine.synonyms).forEach { addBrand($0) }
    }
    for row in try DelimitedTable(ReferenceFolder.file("cpic/cpic_gene_drug_pairs.tsv")).rows {
      add(row["Gene"] ?? "")
    }
    let identities = ReferenceFolder.file("drug-identity/drug_identity.tsv")
    for row in try DelimitedTable(identities).rows {
      add(row["name"] ?? "", isClass: row["type"] != "Drug")
      for name in (row["generic_names"] ?? "").split(separator: "|") { add(String(name)) }
      for name in (row["trade_names"] ?? "").split(separator: "|") { addBrand(String(name)) }
    }
  }

  /// Whether a word or a chunk, its punctuation dropped, is a name.
  func contains(_ hash: UInt64, isCapital: Bool) -> Bool {
    plain.contains(hash) || (isCapital && brands.contains(hash))
  }

  /// Leaves out runs of words that are a name together.
  func droppingPhrases(_ words: [WordStream.Word]) -> [WordStream.Word] {
    guard !phrases.isEmpty else { return words }
    var kept: [WordStream.Word] = []
    var index = 0
    while index < words.count {
      let length = phrases[words[index].hash]?.filter { rest in
        index + rest.count < words.count
          && rest.indices.allSatisfy { rest[$0] == words[index + 1 + $0].hash }
      }.map(\.count).max()
      if let length {
        index += length + 1
      } else {
        kept.append(words[index])
        index += 1
      }
    }
    return kept
  }

  /// Adds a name of one or several words; that of a class only if it has several, as one is often a
  /// common word.
  mutating func add(_ name: String, isClass: Bool = false) {
    let parts = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    guard name.count > 2, parts.contains(where: { $0.contains(where: \.isLetter) }) else { return }
    if !isClass || parts.count > 1 { plain.insert(WordHash(name).value) }
    if parts.count > 1 {
      let hashes = parts.map { WordHash($0).value }
      phrases[hashes[0], default: []].append(Array(hashes.dropFirst()))
    }
  }

  private mutating func addBrand(_ name: String) {
    if name.count > 3 { brands.insert(WordHash(name).value) }
  }
}
