internal import Knowledge

/// Reads the tables of `frequencies/`.
struct FrequencyReader {
  let folder: SourceFolder

  /// A frequency with the gene it is of and the table it stands in.
  struct Entry {
    let gene: String
    let table: Table
    let frequency: GeneFrequencies.Frequency
  }

  /// The tables.
  enum Table: String {
    case alleles, phenotypes, variants
  }

  func read() -> [Located<Entry>] {
    rows(.alleles, "gene", "allele", "population", "frequency") { $0.text("allele") }
      + rows(.phenotypes, "gene", "phenotype", "population", "frequency") { $0.text("phenotype") }
      + rows(.variants, "gene", "rsid", "allele", "population", "frequency", "source") {
        "\($0.text("rsid")) \($0.text("allele"))"
      }
  }

  private func rows(
    _ table: Table, _ columns: String..., name: (SourceTable.Row) -> String
  ) -> [Located<Entry>] {
    folder.table("frequencies/\(table.rawValue).tsv", columns: columns).compactMap { row in
      guard let gene = row.requiredText("gene"), let population = row.requiredText("population"),
        let share = row.number("frequency")
      else { return nil }
      let frequency = GeneFrequencies.Frequency(
        name: name(row), population: population, share: share)
      return Located(
        value: Entry(gene: gene, table: table, frequency: frequency), file: row.file,
        line: row.line)
    }
  }
}

extension [Located<FrequencyReader.Entry>] {
  /// The entries gathered by gene, sorted by it.
  var byGene: [GeneFrequencies] {
    var genes: [String: GeneFrequencies] = [:]
    for entry in map(\.value) {
      var gene = genes[entry.gene] ?? GeneFrequencies(gene: entry.gene)
      switch entry.table {
      case .alleles: gene.alleles.append(entry.frequency)
      case .phenotypes: gene.phenotypes.append(entry.frequency)
      case .variants: gene.variants.append(entry.frequency)
      }
      genes[entry.gene] = gene
    }
    return genes.values.sorted { $0.gene < $1.gene }
  }
}
