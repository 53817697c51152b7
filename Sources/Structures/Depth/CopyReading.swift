internal import Evidence
internal import Genome
internal import Knowledge
internal import StarAlleles

/// Reads the variants of a gene by the number of copies at each of its positions.
struct CopyReading {
  /// The diplotypes a structure gives with the variants.
  struct Answer {
    /// The likeliest.
    var diplotypes: [Diplotype]
    /// All that nothing contradicts.
    var compatible: [Diplotype]
  }

  private let finding: CopyFinding
  private let structures: [CopyStructure]
  private let evidence: GeneEvidence
  private let events: CopyEvents
  private let assembly: Assembly
  private let caller: StarAlleleCaller
  private let order: HaplotypeOrder

  /// Phase groups beyond this number are not all tried when a part of one chromosome is missing.
  private static let mostChoices = 8

  init(
    _ finding: CopyFinding, _ structures: [CopyStructure], _ evidence: GeneEvidence,
    _ events: CopyEvents, _ assembly: Assembly
  ) {
    self.finding = finding
    self.structures = structures
    self.events = events
    self.assembly = assembly
    // With the copies known, a gene that waits for its structure is called as others are.
    var gene = evidence.gene
    if gene.calling.method == .structural { gene.calling.method = .diplotype }
    self.evidence = GeneEvidence(gene: gene, positions: evidence.positions)
    caller = StarAlleleCaller(genes: [gene])
    order = HaplotypeOrder(reference: gene.alleles.first?.name ?? "")
  }

  /// Positions whose genotype can't be with the copies told, as indices: heterozygous with one copy.
  ///
  /// A genotype where no copy is left is read off stray reads and contradicts only if heterozygous.
  var contradictions: [Int] {
    guard let copies = structures.first?.copies else { return [] }
    return evidence.positions.indices.filter { index in
      guard case .observed(let value) = evidence.positions[index], value.isHeterozygous,
        let count = self.copies(at: index, in: copies)
      else { return false }
      return count < 2
    }
  }

  /// The answer for two chromosomes with one copy of everything.
  func usual() -> Answer? {
    if let present = namedPresent {
      let both = order.diplotype(present, present)
      return Answer(diplotypes: [both], compatible: [both])
    }
    let call = caller.call(evidence)
    return Answer(diplotypes: call.diplotypes, compatible: call.compatible)
  }

  /// The answer for a structure; nil if it has a chromosome no allele is named for.
  func read(_ structure: CopyStructure, call: GeneCall) -> Answer? {
    if structure.isUsual { return usual() }
    if structure.first.isUsual {
      if let multiple = structure.second.multiple { return doubled(multiple) }
      guard let name = structure.second.allele else { return nil }
      return paired(name)
    }
    let names = [structure.first, structure.second].map { haplotype -> String? in haplotype.allele }
    if let one = names[0], let other = names[1] {
      let both = order.diplotype(one, other)
      return Answer(diplotypes: [both], compatible: [both])
    }
    if let one = structure.first.multiple, let other = structure.second.multiple {
      return bothMultiplied(one, other)
    }
    return multiplied(structure)
  }

  // MARK: - One chromosome with an event

  /// One usual chromosome, read alone where the other lacks its copy, and a named event.
  private func paired(_ name: String) -> Answer? {
    func pair(_ names: [String]) -> [Diplotype] {
      Set(names.map { order.diplotype($0, name) }).sorted(by: order.precedes)
    }
    return single().map { Answer(diplotypes: pair($0.best), compatible: pair($0.possible)) }
  }

  /// One chromosome with several whole copies of its haplotype and one without the gene; nil for
  /// anything else, which has no name.
  private func multiplied(_ structure: CopyStructure) -> Answer? {
    let pair = [structure.first, structure.second]
    guard let many = pair.first(where: { $0.multiple != nil })?.multiple,
      let other = pair.first(where: { $0.kind == .wholeDeletion })?.allele
    else { return nil }
    // The copies on one chromosome are taken to be alike; where they are not there is no name.
    guard !hasHeterozygous, let alone = single() else { return nil }
    func named(_ names: [String]) -> [Diplotype] {
      Set(names.map { order.diplotype("\($0)x\(many)", other) }).sorted(by: order.precedes)
    }
    return Answer(diplotypes: named(alone.best), compatible: named(alone.possible))
  }

  /// Two usual haplotypes that both stand several times on their chromosomes.
  private func bothMultiplied(_ first: Int, _ second: Int) -> Answer? {
    guard let two = usual() else { return nil }
    func named(_ diplotypes: [Diplotype]) -> [Diplotype] {
      Set(
        diplotypes.flatMap { diplotype -> [Diplotype] in
          let (one, other) = (diplotype.first, diplotype.second ?? diplotype.first)
          return [
            order.diplotype("\(one)x\(first)", "\(other)x\(second)"),
            order.diplotype("\(one)x\(second)", "\(other)x\(first)"),
          ]
        }
      ).sorted(by: order.precedes)
    }
    return Answer(diplotypes: named(two.diplotypes), compatible: named(two.compatible))
  }

  private var hasHeterozygous: Bool {
    evidence.positions.contains { position in
      if case .observed(let value) = position { value.isHeterozygous } else { false }
    }
  }

  /// Two usual haplotypes of which one stands several times on its chromosome: either may, unless the
  /// balance of reads tells which.
  private func doubled(_ multiple: Int) -> Answer? {
    guard let two = usual() else { return nil }
    let balance = AlleleBalance(evidence)
    func named(_ diplotypes: [Diplotype], isWeighed: Bool) -> [Diplotype] {
      Set(
        diplotypes.flatMap { diplotype -> [Diplotype] in
          let (one, other) = (diplotype.first, diplotype.second ?? diplotype.first)
          let told = isWeighed ? balance.multiplied(one, other, by: multiple) : nil
          return [
            told == other ? nil : order.diplotype("\(one)x\(multiple)", other),
            told == one ? nil : order.diplotype(one, "\(other)x\(multiple)"),
          ].compactMap { $0 }
        }
      ).sorted(by: order.precedes)
    }
    return Answer(
      diplotypes: named(two.diplotypes, isWeighed: true),
      compatible: named(two.compatible, isWeighed: false))
  }

  // MARK: - The usual chromosome alone

  /// The haplotypes the usual chromosome may be: what it must show where it is alone, and either
  /// allele where the other chromosome has a copy too.
  private func single() -> (best: [String], possible: [String])? {
    if let present = namedPresent { return ([present], [present]) }
    var open: [Int] = []
    for index in evidence.positions.indices {
      guard case .observed(let value) = evidence.positions[index], value.alleles.count == 2,
        value.alleles[0] != value.alleles[1]
      else { continue }
      open.append(index)
    }
    guard open.count <= Self.mostChoices else { return nil }
    var best: [String] = []
    var possible: [String] = []
    for choice in 0..<(1 << open.count) {
      var positions = evidence.positions
      for index in positions.indices {
        guard case .observed(var value) = positions[index], value.alleles.count == 2 else {
          continue
        }
        let bit = open.firstIndex(of: index).map { choice >> $0 & 1 } ?? 0
        value.alleles = [value.alleles[bit]]
        value.phase = .unphased
        positions[index] = value.alleles == [.unknown] ? .noData(.absent) : .observed(value)
      }
      let call = caller.call(GeneEvidence(gene: evidence.gene, positions: positions))
      best += call.diplotypes.map(\.first)
      possible += call.compatible.map(\.first)
    }
    return (best, possible)
  }

  /// The name of a chromosome that has the gene, where variants can't name it.
  private var namedPresent: String? {
    evidence.gene.calling.method == .outsideOnly || evidence.gene.positions.isEmpty
      ? events.presentAllele : nil
  }

  // MARK: - Copies at a position

  /// The copies at a position of the gene, by the interval it lies in, or by those on either side if
  /// they agree; nil if that leaves it open, as beside the outermost intervals.
  private func copies(at index: Int, in copies: [Int]) -> Int? {
    guard let locus = evidence.gene.positions[index].locus(on: assembly) else { return nil }
    let place = locus.position
    let known = finding.intervals.indices.filter { finding.intervals[$0].place != nil }
    func span(_ index: Int) -> GenomicInterval? { finding.intervals[index].place }
    if let inside = known.first(where: { number in
      span(number).map { $0.start <= place && place <= $0.end } ?? false
    }) {
      return copies[inside]
    }
    let left = known.filter { number in span(number).map { $0.end < place } ?? false }
      .max { (span($0)?.end.value ?? 0) < (span($1)?.end.value ?? 0) }
    let right = known.filter { number in span(number).map { $0.start > place } ?? false }
      .min { (span($0)?.start.value ?? 0) < (span($1)?.start.value ?? 0) }
    guard let left, let right, copies[left] == copies[right] else { return nil }
    return copies[left]
  }
}
