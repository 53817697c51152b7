import Knowledge
import StarAlleles

/// What the haplotypes of one gene mean: function, activity, and the name to look up.
struct HaplotypeMeaning {
  private let gene: Gene
  private let alleles: [String: NamedAllele]
  private let order: HaplotypeOrder

  init(_ gene: Gene) {
    self.gene = gene
    alleles = Dictionary(
      gene.alleles.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    order = HaplotypeOrder(reference: gene.alleles.first?.name ?? "")
  }

  /// The function the knowledge base gives a haplotype.
  func function(_ name: String) -> String? { allele(name)?.function }

  /// The allele of a name, or of the name that has replaced it; for a suballele that the table does
  /// not list (`*N.MMM`), its parent (`*N`).
  private func allele(_ given: String) -> NamedAllele? {
    if let known = alleles[given] { return known }
    let name = gene.calling.spellings[given] ?? given
    if let known = alleles[name] { return known }
    guard name.hasPrefix("*"), let dot = name.lastIndex(of: ".") else { return nil }
    let suffix = name[name.index(after: dot)...]
    guard !suffix.isEmpty, suffix.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return alleles[String(name[..<dot])]
  }

  /// The activity of a haplotype, and whether it had to be worked out.
  ///
  /// A name in the table has the value the table gives. Otherwise `A + B` is the sum of its parts
  /// and `*NxK` is K times `*N`; `*NxN`, an unknown number of copies, is at least twice `*N`.
  func activity(_ name: String) -> (value: ActivityScore?, isComputed: Bool) {
    if let allele = allele(name) { return (allele.activity, false) }
    let parts = HaplotypeName.parts(Self.unbracketed(name))
    if parts.count > 1 {
      var sum = ActivityScore(hundredths: 0)
      for part in parts {
        guard let value = activity(part).value else { return (nil, false) }
        sum = sum + value
      }
      return (sum, true)
    }
    let (base, copies) = HaplotypeName.splitCopies(parts.first ?? name)
    guard let copies, let one = allele(base)?.activity else { return (nil, false) }
    switch copies {
    case .exactly(let count): return (one * count, true)
    case .atLeast(let count): return (Self.bound(one * count), true)
    case .several: return (Self.bound(one * 2), true)
    }
  }

  /// The diplotype to look up in place of one an outside call gives: copy numbers binned, and for a
  /// gene where the least functional component decides, that component of each tandem.
  func lookUpNames(of diplotype: Diplotype) -> (diplotype: Diplotype, notes: [CallNote]) {
    var notes: [CallNote] = []
    let names = diplotype.haplotypes.map { name in
      let looked = lookUpName(of: name)
      if looked != name, gene.calling.method != .lowestFunction {
        notes.append(.copyNumberBinned(from: name, to: looked))
      }
      return looked
    }
    guard names != diplotype.haplotypes else { return (diplotype, []) }
    let looked =
      names.count == 2
      ? order.diplotype(names[0], names[1]) : Diplotype(first: names[0], second: nil)
    return (looked, notes)
  }

  private func lookUpName(of name: String) -> String {
    guard alleles[name] == nil else { return name }
    let parts = HaplotypeName.parts(Self.unbracketed(name))
    if parts.count > 1, gene.calling.method == .lowestFunction {
      return parts.min { left, right in
        let (one, other) = (rank(left), rank(right))
        return one != other ? one < other : order.precedes(left, right)
      } ?? name
    }
    let (base, copies) = HaplotypeName.splitCopies(name)
    guard case .exactly(let count) = copies, let cap = gene.calling.copyNumberCaps[base],
      count >= cap
    else { return name }
    return "\(base)x≥\(cap)"
  }

  /// Orders haplotypes from least functional to most; unknown activity counts as two full copies.
  private func rank(_ name: String) -> Int {
    guard let allele = alleles[name] else { return 200 }
    if let activity = allele.activity { return activity.hundredths }
    return allele.function.flatMap(gene.calling.functionOrder.firstIndex) ?? 200
  }

  /// How little function a diplotype has, from least to most.
  func rank(_ diplotype: Diplotype) -> Int { diplotype.haplotypes.map(rank).reduce(0, +) }

  /// At least this much; no number of copies makes anything of nothing.
  private static func bound(_ score: ActivityScore) -> ActivityScore {
    ActivityScore(hundredths: score.hundredths, isLowerBound: score.hundredths > 0)
  }

  private static func unbracketed(_ name: String) -> String {
    name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name
  }
}
