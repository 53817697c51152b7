public import Knowledge

/// Reads what other laboratories and programs state of genes: a table of results, or the output of
/// one of the programs in `OutsideFormats`, recognised by its content.
public struct OutsideCallParser: Sendable {
  private let genes: [String: Gene]
  private let names: [String: AlleleNames]

  /// Makes a parser that knows these genes, by symbol.
  public init(genes: [String: Gene]) {
    self.genes = genes
    names = genes.mapValues(AlleleNames.init)
  }

  /// Reads the text of a file; `file` is its name for messages.
  ///
  /// - Throws: `OutsideCallError` at the first thing that can't be read.
  public func parse(_ text: String, file: String) throws(OutsideCallError) -> OutsideCallFile {
    try parse(OutsideDocument(file: file, text: text))
  }

  /// Reads a document.
  ///
  /// - Throws: `OutsideCallError` at the first thing that can't be read.
  public func parse(_ document: OutsideDocument) throws(OutsideCallError) -> OutsideCallFile {
    let content = try OutsideContent(document, genes: genes)
    if let format = OutsideFormats.all.first(where: { $0.recognises(content) }) {
      let statements = try format.statements(in: content)
      guard !statements.calls.isEmpty else {
        throw OutsideCallError(.nothing, at: content.place(0))
      }
      return try StatedCallResolver(genes: genes, names: names)
        .resolve(statements, file: document.file)
    }
    if content.json != nil { throw OutsideCallError(.unknownJSON, at: content.place(0)) }
    if content.lines.first?.text.hasPrefix("##fileformat=VCF") ?? false {
      throw OutsideCallError(.variantFile, at: content.place(0))
    }
    return try OutsideTableReader(genes: genes, names: names).read(content)
  }

  /// Reads one result as stated: gene, diplotype, phenotype and activity score, empty where not given.
  ///
  /// - Throws: `OutsideCallError` if it can't be read.
  package func parse(
    cells: [String], at place: OutsideCallPlace
  ) throws(OutsideCallError) -> OutsideCallFile {
    var content = OutsideCallFile(calls: [], remarks: [])
    try OutsideTableReader(genes: genes, names: names).read(cells, at: place, into: &content)
    return content
  }
}
