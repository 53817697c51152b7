import Knowledge
import StarAlleles

/// Reads a plain table of results.
///
/// Columns: gene (or, where all its alleles are of one position, that position's rs number), diplotype
/// or single allele, phenotype, activity score; further columns are not read. At least one of the last three is given; `.` or `./.` in the second is a no-call, and so are
/// the words pb-StarPhase writes for PharmCAT where it has no single answer (`NO_MATCH/NO_MATCH`,
/// `Multiple/Multiple`; its docs/user_guide.md). Lines that start with `#` are comments.
struct OutsideTableReader {
  let genes: [String: Gene]
  let names: [String: AlleleNames]

  /// Reads the rows of a table.
  ///
  /// - Throws: `OutsideCallError` at the first row that can't be read, or if there is none.
  func read(_ table: OutsideContent) throws(OutsideCallError) -> OutsideCallFile {
    var content = OutsideCallFile(calls: [], remarks: [])
    var hasRows = false
    for line in table.rows {
      let place = table.place(line.number)
      guard line.cells.count > 1 else {
        throw OutsideCallError(.oneColumn(line.text.trimmed), at: place)
      }
      if content.calls.isEmpty, line.cells[0].lowercased() == "gene" { continue }
      hasRows = true
      try read(line.cells, at: place, into: &content)
    }
    guard hasRows else { throw OutsideCallError(.nothing, at: table.place(0)) }
    let strangers = content.remarks.compactMap { remark -> String? in
      if case .unknownGene(let symbol) = remark.kind { symbol } else { nil }
    }
    if content.calls.isEmpty, let first = strangers.first {
      throw OutsideCallError(.noKnownGene(first: first), at: table.place(0))
    }
    return content
  }

  /// Reads one row: gene, diplotype, phenotype, activity score.
  func read(
    _ cells: [String], at place: OutsideCallPlace, into content: inout OutsideCallFile
  ) throws(OutsideCallError) {
    let symbol = cells[0]
    guard !symbol.isEmpty else { throw OutsideCallError(.noGene, at: place) }
    let wanted = symbol.uppercased()
    guard let gene = genes[symbol] ?? genes[wanted] ?? gene(of: symbol),
      let alleles = names[gene.symbol]
    else {
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
    if let term = call.phenotype, !Self.isNothing(written), !isKnown(term, gene),
      !gene.phenotyping.terms.isEmpty, !gene.isWatched
    {
      // Words that say nothing here don't outweigh a diplotype.
      remarks.append(.phenotypeLeftOut(gene: gene.symbol, phenotype: term))
      remarks.removeAll { $0 == .unknownPhenotype(gene: gene.symbol, phenotype: term) }
      call.phenotype = nil
    }
    if written.isEmpty, call.phenotype == nil, call.activityScore == nil {
      throw OutsideCallError(.emptyRow(gene: gene.symbol), at: place)
    }
    var calls: [OutsideCall] = []
    for text in gene.isWatched ? Self.typings(written) : Self.alternatives(written, &remarks) {
      if Self.sides(text).allSatisfy(StatedCall.isNoCall) {
        if text.contains(where: \.isLetter) {
          remarks.append(.readAsNoCall(gene: gene.symbol, text: text))
        }
        continue
      }
      var one = call
      try readDiplotype(text, gene, alleles, into: &one, &remarks)
      if !calls.contains(where: { $0.diplotype == one.diplotype }) { calls.append(one) }
    }
    content.calls += calls.isEmpty ? [call] : calls
    content.remarks += remarks.distinctKinds.map { OutsideCallRemark($0, at: place) }
  }

  /// The diplotypes in `*1/*2x2;*1x2/*2`, in `*1/*2 or *1/*3`, or in `*1/*2 xN`, which leaves open which allele is there
  /// more than once; one for any other text.
  private static func alternatives(
    _ written: String, _ remarks: inout [OutsideCallRemark.Kind]
  ) -> [String] {
    StatedCall.texts(in: written).flatMap { text in
      guard let placed = HaplotypeName.placements(of: text) else { return [text] }
      remarks.append(.copiesUnplaced(text))
      return placed
    }
  }

  /// The gene whose alleles are those of this one position, for a row that names the position.
  private func gene(of position: String) -> Gene? {
    guard position.lowercased().hasPrefix("rs"), position.dropFirst(2).allSatisfy(\.isNumber) else {
      return nil
    }
    let found = genes.values.filter { gene in
      gene.alleles.contains { $0.name.lowercased().hasPrefix(position.lowercased() + " ") }
    }
    return found.count == 1 ? found.first : nil
  }

  /// The diplotypes in a typing.
  ///
  /// A plus parts the chromosomes of a GL string and a slash the alleles that could not be told apart
  /// on one (Milius and others, 2013, doi:10.1111/tan.12150).
  private static func typings(_ written: String) -> [String] {
    StatedCall.texts(in: written).flatMap { text -> [String] in
      let chromosomes = text.split(separator: "+")
      guard chromosomes.count == 2 else { return [text] }
      return StatedCall.choices(chromosomes.map { $0.split(separator: "/").map(\.trimmed) })
        .map { $0.joined(separator: "/") }
    }
  }

  private func isKnown(_ term: String, _ gene: Gene) -> Bool {
    gene.phenotyping.terms.contains(term) || term == PhenotypeTerm.indeterminate
  }

  private func phenotype(
    _ text: String, _ gene: Gene, _ remarks: inout [OutsideCallRemark.Kind]
  ) -> String? {
    guard !Self.isNothing(text) else { return nil }
    let known = gene.phenotyping.terms
    let term = PhenotypeTerm.standard(text, gene: gene.symbol, known: known)
    if !isKnown(term, gene), !known.isEmpty {
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
    if sides.contains(where: StatedCall.isNoCall) {
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
  /// Each distinct remark once, in the order of first appearance.
  var distinctKinds: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
