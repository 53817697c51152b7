internal import Knowledge

/// Checks frequencies: of genes and alleles that exist, between 0 and 1, and not above 1 together.
struct FrequencyCheck {
  let genes: [String: Gene]
  /// The genes that have a file, even if it could not be read.
  let filed: Set<String>
  /// Rounding in the sources' tables adds up to less than this.
  private static let tolerance = 0.02

  func run(_ entries: [Located<FrequencyReader.Entry>]) {
    var sums: [[String]: (sum: Double, last: Located<FrequencyReader.Entry>)] = [:]
    var seen: Set<[String]> = []
    for entry in entries {
      let value = entry.value
      let (name, population) = (value.frequency.name, value.frequency.population)
      guard let gene = genes[value.gene] else {
        if !filed.contains(value.gene) {
          entry.error(
            "a frequency is of a gene that has no file", found: value.gene,
            remedy: "add the gene or remove the row")
        }
        continue
      }
      if !seen.insert([value.table.rawValue, value.gene, name, population]).inserted {
        entry.error("a frequency is given twice", found: name, remedy: "keep one of them")
      }
      if !(0...1).contains(value.frequency.share) {
        entry.error(
          "a frequency is out of range", found: "\(value.frequency.share)",
          remedy: "give a share from 0 to 1")
      }
      switch value.table {
      case .alleles: check(name, of: gene, entry)
      case .variants: continue
      case .phenotypes: break
      }
      let key = [value.table.rawValue, value.gene, population]
      sums[key] = ((sums[key]?.sum ?? 0) + value.frequency.share, entry)
    }
    for (key, found) in sums.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where found.sum > 1 + Self.tolerance && !isOverlapping(found.last.value) {
      found.last.error(
        "the frequencies of \(key[1]) in \(key[2]) add up to more than 1", found: "\(found.sum)",
        remedy: "correct them or remove what is counted twice")
    }
  }

  /// Genes whose alleles are single variants are listed variant by variant, so that one chromosome
  /// may count several times.
  private func isOverlapping(_ entry: FrequencyReader.Entry) -> Bool {
    switch genes[entry.gene]?.calling.method {
    case .lowestFunction, .variants, .outsideOnly: entry.table == .alleles
    default: false
    }
  }

  private func check(_ name: String, of gene: Gene, _ entry: Located<FrequencyReader.Entry>) {
    guard gene.calling.method != .outsideOnly,
      !gene.alleles.contains(where: { $0.name == name })
    else { return }
    entry.error(
      "a frequency is of an allele \(gene.symbol) does not have", found: name,
      remedy: "name an allele of the gene")
  }
}
