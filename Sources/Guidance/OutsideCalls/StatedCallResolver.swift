import Knowledge
import StarAlleles

/// Turns what a program's file states into outside calls: finds the gene, and the names the
/// knowledge base has for its alleles.
struct StatedCallResolver {
  private let genes: [String: Gene]
  private let names: [String: AlleleNames]
  private let bySymbol: [String: Gene]

  init(genes: [String: Gene], names: [String: AlleleNames]) {
    self.genes = genes
    self.names = names
    bySymbol = Dictionary(
      genes.values.sorted { $0.symbol < $1.symbol }.map { ($0.symbol.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The outside calls of a file, one for each alternative, and the remarks.
  func resolve(
    _ statements: OutsideStatements, file: String
  ) throws(OutsideCallError) -> OutsideCallFile {
    var content = OutsideCallFile(calls: [], remarks: [])
    var strangers: [String] = []
    for stated in statements.calls {
      let place = OutsideCallPlace(file: file, line: stated.line)
      guard let gene = try gene(of: stated.subject, statements.caller, at: place) else {
        strangers.append(Self.spelled(stated.subject))
        continue
      }
      add(stated, of: gene, caller: statements.caller, at: place, to: &content)
    }
    if !strangers.isEmpty {
      content.remarks.append(
        OutsideCallRemark(
          .genesLeftOut(caller: statements.caller.name, genes: strangers.distinct),
          at: OutsideCallPlace(file: file, line: 0)))
    }
    return content
  }

  /// The gene a statement is about; nil where the knowledge base has none of that name.
  private func gene(
    of subject: StatedCall.Subject, _ caller: OutsideCaller, at place: OutsideCallPlace
  ) throws(OutsideCallError) -> Gene? {
    switch subject {
    case .symbol(let text):
      return genes[text] ?? bySymbol[text.lowercased()]
    case .locus(let text):
      let wanted = text.lowercased().replacing("_", with: "-")
      return bySymbol[wanted]
        ?? genes.values.filter(\.isWatched).sorted { $0.symbol < $1.symbol }
        .first { $0.symbol.lowercased().hasSuffix("-" + wanted) }
    case .callersOwn:
      let own = genes.values.filter { $0.calling.outsideCallers.contains(caller.name) }
      let named = OutsideContent.symbols(Set(bySymbol.keys), in: place.file)
      // A program after the same method may call another gene and write the same columns. Short
      // symbols occur in the names of samples.
      let others = own.count == 1 ? named.filter { $0.count > 4 } : named
      if own.count == 1, others.isEmpty || named.contains(own[0].symbol.lowercased()) {
        return own.first
      }
      let longest = others.max { ($0.count, $1) < ($1.count, $0) }
      if let gene = longest.flatMap({ bySymbol[$0] }) { return gene }
      throw OutsideCallError(
        .geneNotNamed(caller: caller.name), at: OutsideCallPlace(file: place.file, line: 0))
    }
  }

  private func add(
    _ stated: StatedCall, of gene: Gene, caller: OutsideCaller, at place: OutsideCallPlace,
    to content: inout OutsideCallFile
  ) {
    guard let alleles = names[gene.symbol] else { return }
    var call = OutsideCall(
      gene: gene.symbol, diplotype: nil, phenotype: nil, activityScore: nil, place: place)
    (call.sample, call.caller, call.marks) = (stated.sample, caller, stated.marks)
    let phenotype = stated.phenotype.flatMap { Self.phenotype($0, of: gene) }
    var made: [OutsideCall] = []
    var remarks: [OutsideCallRemark.Kind] = []
    for sides in stated.alternatives {
      guard let pair = Self.pair(sides, of: gene) else {
        call.marks.append(
          "states \(sides.joined(separator: "/").quoted), which is not used as a diplotype")
        continue
      }
      let resolved = pair.map(alleles.resolve)
      remarks += resolved.flatMap(\.remarks)
      var one = call
      one.diplotype = alleles.diplotype(resolved.map(\.name))
      one.unknownAlleles = resolved.filter { !$0.isKnown }.map(\.name).distinct
      one.toldPhenotype = phenotype
      if !made.contains(where: { $0.diplotype == one.diplotype }) { made.append(one) }
    }
    if made.isEmpty {
      // Only a program that takes phenotypes from elsewhere states one without a diplotype.
      if stated.alternatives.isEmpty, stated.marks.isEmpty {
        call.phenotype = phenotype
        if case .activityScore = gene.phenotyping {
          call.activityScore = stated.score.flatMap(ActivityScore.init)
        }
      }
      made = [call]
    }
    for index in made.indices { made[index].marks = call.marks }
    content.calls += made
    content.remarks += remarks.distinctKinds.map { OutsideCallRemark($0, at: place) }
  }

  /// One or two alleles; nil for anything else, or if one of two is missing.
  private static func pair(_ sides: [String], of gene: Gene) -> [String]? {
    guard (1...2).contains(sides.count), !sides.contains(where: StatedCall.isNoCall) else {
      return nil
    }
    guard gene.inheritance == .mitochondrial, sides.count == 2 else { return sides }
    return sides[0] == sides[1] ? [sides[0]] : nil
  }

  /// The standard term for a phenotype; nil for none, and for words the gene has no term for.
  private static func phenotype(_ text: String, of gene: Gene) -> String? {
    guard !StatedCall.isNoCall(text) else { return nil }
    let known = gene.phenotyping.terms
    for spelled in [text, text + " metabolizer"] {
      let term = PhenotypeTerm.standard(
        spelled.replacing("_", with: " "), gene: gene.symbol, known: known)
      if known.contains(term) { return term }
    }
    return nil
  }

  private static func spelled(_ subject: StatedCall.Subject) -> String {
    switch subject {
    case .symbol(let text), .locus(let text): text
    case .callersOwn: ""
    }
  }
}

extension Gene {
  /// Whether its alleles are watched for rather than looked up in pairs.
  var isWatched: Bool { if case .watchedAlleles = phenotyping { true } else { false } }
}
