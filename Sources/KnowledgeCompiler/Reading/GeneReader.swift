internal import Genome
internal import Knowledge

/// Reads `genes/<GENE>.yaml`.
struct GeneReader {
  let file: SourceFile

  /// The gene; nil, with findings, if too much is wrong to go on.
  func read(_ root: SourceValue) -> GeneSource? {
    guard
      let fields = root.fields(
        of: "a gene", "gene", "contig", "inheritance", "sources", "positions", "alleles",
        "calling", "phenotype", "evidence"),
      let symbol = fields.requiredText("gene")
    else { return nil }
    if symbol != file.stem {
      file.error(
        root.line, "the file is not named for its gene", found: symbol,
        remedy: "name the file '\(symbol).yaml'")
    }
    let positions = PositionReader(file: file).read(fields)
    let alleles = AlleleReader(file: file, positions: positions).read(fields)
    let calling = CallingReader(file: file, positions: positions).read(fields)
    let phenotyping = PhenotypeReader(file: file).read(fields)
    let sources = SourceReferenceReader.read(fields.requiredList("sources"))
    guard let inheritance = fields.requiredName("inheritance", of: Inheritance.self),
      let calling, let phenotyping
    else { return nil }
    return GeneSource(
      gene: Gene(
        symbol: symbol, contig: contig(fields), inheritance: inheritance,
        positions: positions.values, alleles: alleles.map(\.value), calling: calling.value,
        phenotyping: phenotyping.value, sources: sources, literature: literature(fields)),
      file: file, positionLines: positions.lines, alleleLines: alleles.map(\.line),
      phenotypeLines: phenotyping.lines, callingLines: calling.lines)
  }

  private func literature(_ gene: SourceFields) -> LiteratureWeight? {
    guard
      let fields = gene["evidence"]?.fields(
        of: "'evidence' of a gene", "clinpgxLevel", "annotations"),
      let level = fields.requiredText("clinpgxLevel"), fields.required("annotations") != nil,
      let count = fields.integer("annotations")
    else { return nil }
    return LiteratureWeight(clinpgxLevel: level, annotations: count)
  }

  private func contig(_ fields: SourceFields) -> Contig? {
    guard let text = fields.text("contig") else { return nil }
    if let contig = Contig(name: text) { return contig }
    fields["contig"]?.error(
      "'contig' of a gene is not known", remedy: "use one of chr1 to chr22, chrX, chrY, chrM")
    return nil
  }
}
