import Genome
import Guidance
import Knowledge
import StarAlleles

/// What a stored report says of one gene of a sample.
struct StoredGene: Decodable, Sendable {
  let gene: String
  let status: String
  let diplotypes: [String]
  let haplotypes: [String]
  let lookup: [String]
  let reason: String?
  let isPhased: Bool
  let inferred: Bool
  let results: [Lookup]
  let compatible: [String]
  let missingPositions: [MissingPosition]
  let deciding: [String]

  /// A result as looked up.
  struct Lookup: Decodable {
    let diplotype: String?
    let phenotypes: [String]
    let activityScore: String?
    let basis: String
  }

  /// A position without data.
  struct MissingPosition: Decodable { let id: String }

  /// The diplotypes as a reader would name the result; empty where there is none.
  var title: String { (diplotypes.isEmpty ? lookup : diplotypes).joined(separator: " or ") }

  /// The haplotypes its results name, each once.
  var names: [String] {
    (lookup + diplotypes).map(Self.diplotype).flatMap(\.haplotypes).distinct
  }

  /// The call, by an edition of the gene: diplotypes as stored, and what follows from them anew.
  func call(in gene: Gene, on assembly: Assembly) -> GeneCall {
    var call = GeneCall(gene: gene.symbol, status: .called)
    call.diplotypes = diplotypes.map(Self.diplotype)
    call.components = haplotypes
    call.compatible = compatible.map(Self.diplotype)
    call.lookup = lookup.map(Self.diplotype)
    call.isLookupInferred = inferred
    call.isPhased = isPhased
    let places = Dictionary(
      gene.positions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    call.missing = missingPositions.compactMap { places[$0.id] }
    call.deciding = deciding.compactMap { places[$0] }
    if inferred, gene.calling.method == .lowestFunction {
      let seen = call.diplotypes.isEmpty ? call.compatible : call.diplotypes
      if let worst = gene.leastFunctional(of: seen) { call.lookup = [worst] }
    }
    switch status {
    case "called": call.status = .called
    case "ambiguous": call.status = .ambiguous
    default: call.status = .notCalled(notCalledReason(call, gene, assembly))
    }
    return call
  }

  /// The outside calls it was made from; nil where the variants spoke.
  func outsideCalls(in gene: Gene) -> [OutsideCall]? {
    guard status == "outside" else { return nil }
    let rows = results.map { result in
      OutsideCall(
        gene: gene.symbol, diplotype: result.diplotype.map(Self.diplotype),
        phenotype: result.basis == LookupResult.Basis.statedPhenotype.rawValue
          ? result.phenotypes.joined(separator: "; ") : nil,
        activityScore: result.basis == LookupResult.Basis.statedScore.rawValue
          ? result.activityScore.flatMap(ActivityScore.init) : nil)
    }
    let silent = OutsideCall(
      gene: gene.symbol, diplotype: nil, phenotype: nil, activityScore: nil)
    return rows.isEmpty ? [silent] : rows
  }

  /// The reason whose sentence was stored.
  private func notCalledReason(
    _ call: GeneCall, _ gene: Gene, _ assembly: Assembly
  ) -> NotCalledReason {
    let wording = CallWording(gene: gene, assembly: assembly)
    let required = Set(gene.calling.requiredPositions).intersection(call.missing).sorted()
    let known: [NotCalledReason] = [
      .noData, .noMatch, .needsOutsideCall, .outsideNoCall, .requiredPositionMissing(required),
      .needsStructure(gene.calling.caveat ?? ""),
    ]
    if let reason = known.first(where: { wording.sentence($0) == reason }) { return reason }
    if gene.calling.method == .structural { return .needsStructure(gene.calling.caveat ?? "") }
    if !required.isEmpty { return .requiredPositionMissing(required) }
    return call.compatible.isEmpty ? .noMatch : .halfCall([])
  }

  /// Reads `A/B`, or `A` alone; no haplotype has a slash in its name.
  private static func diplotype(_ text: String) -> Diplotype {
    guard let slash = text.firstIndex(of: "/") else { return Diplotype(first: text, second: nil) }
    return Diplotype(
      first: String(text[..<slash]), second: String(text[text.index(after: slash)...]))
  }
}
