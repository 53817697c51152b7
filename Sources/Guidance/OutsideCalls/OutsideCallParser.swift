public import Knowledge
import StarAlleles

/// Reads the tab-separated file in which other laboratories and tools state gene results.
///
/// Columns: gene, diplotype or single allele, phenotype, activity score; further columns are not
/// read. At least one of the last three is given; `.` or `./.` in the second is a no-call. Lines
/// that start with `#` are comments.
public struct OutsideCallParser {
  private let genes: [String: Gene]
  private let names: [String: AlleleNames]

  /// Makes a parser that knows these genes, by symbol.
  public init(genes: [String: Gene]) {
    self.genes = genes
    names = genes.mapValues(AlleleNames.init)
  }

  /// Reads the text of a file; `file` is its name for messages.
  ///
  /// - Throws: `OutsideCallError` at the first row that can't be read.
  public func parse(_ text: String, file: String) throws(OutsideCallError) -> OutsideCallFile {
    var content = OutsideCallFile(calls: [], remarks: [])
    var number = 0
    var body = Substring(text)
    if body.unicodeScalars.first == "\u{FEFF}" {
      body = Substring(body.unicodeScalars.dropFirst())
    }
    for line in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      guard !line.hasPrefix("#"), !line.trimmed.isEmpty else { continue }
      let place = OutsideCallPlace(file: file, line: number)
      guard line.contains("\t") else {
        throw OutsideCallError(.oneColumn(line.trimmed), at: place)
      }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)
      if content.calls.isEmpty, cells[0].lowercased() == "gene" { continue }
      try read(cells, at: place, into: &content)
    }
    return content
  }

  private func read(
    _ cells: [String], at place: OutsideCallPlace, into content: inout OutsideCallFile
  ) throws(OutsideCallError) {
    let symbol = cells[0]
    guard !symbol.isEmpty else { throw OutsideCallError(.noGene, at: place) }
    let wanted = symbol.uppercased()
    guard let gene = genes[symbol] ?? genes[wanted], let alleles = names[gene.symbol] else {
      content.remarks.append(OutsideCallRemark(.unknownGene(symbol), at: place))
      return
    }
    var call = OutsideCall(
      gene: gene.symbol, diplotype: nil, phenotype: nil, activityScore: nil, place: place)
    var remarks: [OutsideCallRemark.Kind] = []
    let column = { (index: Int) in cells.count > index ? cells[index] : "" }

    call.phenotype = phenotype(column(2), gene, &remarks)
    call.activityScore = try score(column(3), gene, place, &remarks)
    let written = column(1)
    if written.isEmpty {
      guard call.phenotype != nil || call.activityScore != nil else {
        throw OutsideCallError(.emptyRow(gene: gene.symbol), at: place)
      }
    } else if written != "." && written != "./." {
      try readDiplotype(written, gene, alleles, into: &call, &remarks)
    }
    content.remarks += remarks.map { OutsideCallRemark($0, at: place) }
    content.calls.append(call)
  }

  private func phenotype(
    _ text: String, _ gene: Gene, _ remarks: inout [OutsideCallRemark.Kind]
  ) -> String? {
    guard !Self.isNothing(text) else { return nil }
    let known = gene.phenotyping.terms
    let term = PhenotypeTerm.standard(text, gene: gene.symbol, known: known)
    let isKnown = known.contains(term) || term == PhenotypeTerm.indeterminate
    if !isKnown, !known.isEmpty {
      remarks.append(.unknownPhenotype(gene: gene.symbol, phenotype: term))
    }
    return term
  }

  private func score(
    _ text: String, _ gene: Gene, _ place: OutsideCallPlace,
    _ remarks: inout [OutsideCallRemark.Kind]
  ) throws(OutsideCallError) -> ActivityScore? {
    guard !Self.isNothing(text) else { return nil }
    guard case .activityScore = gene.phenotyping else {
      remarks.append(.scoreIgnored(gene: gene.symbol, score: text))
      return nil
    }
    guard let score = ActivityScore(text) else {
      throw OutsideCallError(.badScore(gene: gene.symbol, text: text), at: place)
    }
    return score
  }

  private func readDiplotype(
    _ written: String, _ gene: Gene, _ alleles: AlleleNames, into call: inout OutsideCall,
    _ remarks: inout [OutsideCallRemark.Kind]
  ) throws(OutsideCallError) {
    let sides = alleles.has(written) ? [written] : Self.sides(written)
    guard sides.count <= 2 else {
      throw OutsideCallError(
        .tooManyAlleles(gene: gene.symbol, text: written, count: sides.count), at: call.place)
    }
    if sides.contains(where: { $0.isEmpty || $0 == "." }) {
      throw OutsideCallError(.halfDiplotype(gene: gene.symbol, text: written), at: call.place)
    }
    if gene.inheritance == .mitochondrial, sides.count == 2 {
      throw OutsideCallError(
        .twoAllelesOfSingleCopy(gene: gene.symbol, text: written), at: call.place)
    }
    var resolved: [AlleleNames.Resolution] = []
    for side in sides { resolved.append(alleles.resolve(side)) }
    remarks += resolved.flatMap(\.remarks).distinctKinds
    call.unknownAlleles = resolved.filter { !$0.isKnown }.map(\.name).distinct
    call.diplotype = alleles.diplotype(resolved.map(\.name))
  }

  private static func sides(_ text: String) -> [String] {
    let separator: Character = text.contains("/") ? "/" : "|"
    return text.split(separator: separator, omittingEmptySubsequences: false).map(\.trimmed)
  }

  private static func isNothing(_ text: String) -> Bool {
    ["", ".", "n/a", "na", "none"].contains(text.lowercased())
  }
}

extension Array where Element == OutsideCallRemark.Kind {
  fileprivate var distinctKinds: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
