public import Evidence
public import Genome
public import Guidance
public import Knowledge
public import StarAlleles

/// The sentences for notes and reasons of one gene's call.
public struct CallWording {
  private let gene: Gene
  private let assembly: Assembly

  /// Makes the wording for a gene; places are given on `assembly`.
  public init(gene: Gene, assembly: Assembly) {
    self.gene = gene
    self.assembly = assembly
  }

  private var copies: CopyWording { CopyWording(gene: gene.symbol, place: place) }

  /// A position's id; `position 3` if the index is not one of the gene's.
  public func name(_ index: Int) -> String {
    gene.positions.indices.contains(index) ? gene.positions[index].id : "position \(index + 1)"
  }

  /// A position's id and place, as `rs4244285 (chr10:94781859)`.
  public func place(_ index: Int) -> String {
    guard gene.positions.indices.contains(index), let contig = gene.contig,
      let locus = gene.positions[index].locus(on: assembly)
    else { return name(index) }
    return "\(name(index)) (\(contig):\(locus.position))"
  }

  /// The reason a gene has no call, as a sentence.
  public func sentence(_ reason: NotCalledReason) -> String {
    switch reason {
    case .noData: "No position of \(gene.symbol) has data in the input."
    case .requiredPositionMissing(let indices):
      "\(gene.symbol) can't be called without \(places(indices)), which "
        + (indices.count == 1 ? "has no data." : "have no data.")
    case .halfCall(let indices):
      "One allele is missing from the genotype at \(places(indices))."
    case .noMatch:
      "No pair of known \(gene.symbol) haplotypes explains the alleles seen."
    case .needsStructure(let reason) where reason != gene.calling.caveat ?? "":
      "\(gene.symbol) can't be called from the reads: \(reason)."
    case .needsStructure(let caveat):
      "\(gene.symbol) can't be called from small variants"
        + (caveat.isEmpty ? "." : ": \(caveat).")
    case .needsOutsideCall:
      if let caveat = gene.calling.caveat, !caveat.isEmpty {
        "\(gene.symbol) can't be called from a VCF: \(caveat)."
      } else {
        "\(gene.symbol) can't be called from a VCF; a laboratory's result is needed."
      }
    case .outsideNoCall: "The outside call says that \(gene.symbol) could not be called."
    }
  }

  /// What would give the gene a result, as a phrase to follow "needs".
  public func remedy(_ reason: NotCalledReason) -> String {
    switch reason {
    case .noData: "\(gene.symbol) testing"
    case .requiredPositionMissing(let indices), .halfCall(let indices):
      "a full genotype at \(places(indices))"
    case .noMatch: "\(gene.symbol) testing by another method"
    case .needsStructure: "\(gene.symbol) testing that reports copy number and hybrid genes"
    case .needsOutsideCall:
      if case .watchedAlleles = gene.phenotyping {
        "\(gene.symbol) typing"
      } else {
        "a laboratory's \(gene.symbol) result"
      }
    case .outsideNoCall: "repeated \(gene.symbol) testing"
    }
  }

  /// A remark on a call, as a sentence.
  public func sentence(_ note: CallNote) -> String {
    switch note {
    case .undocumentedCountedAsReference(let position, let allele):
      return "\(place(position)) shows \(allele), which no \(gene.symbol) definition lists; "
        + "it was counted as the reference."
    case .variantSetAside(let position):
      return "A variant was seen at \(place(position)) but not used: it failed a filter or a "
        + "quality threshold, or its reads contradict it."
    case .halfCallsLeftOut(let positions):
      return "Only one allele was called at \(positions.map(place).listed("and")); the other "
        + "chromosome was read without it, so function may be lower than stated."
    case .undocumented(let position, let allele):
      return "\(place(position)) shows \(allele), which no \(gene.symbol) definition lists."
    case .prioritised(let others):
      let names = others.map(\.description)
      return "The same genotype also fits \(names.listed("or")); the gene's priority list decided."
    case .linkedTagWithoutCausal(let causal, let tag):
      return "\(place(tag)) is variant but the causal \(place(causal)) was not seen to be; "
        + "the haplotype they mark together was not counted on the tag alone."
    case .inferredFromPosition(let position):
      return "No pair of haplotypes fits; the result was read off \(place(position)) alone."
    case .copyNumberBinned(let from, let to): return "\(from) was looked up as \(to)."
    case .outsideReplacesVariants(let diplotype):
      return "The outside call was used; the sample's own data say "
        + "\(diplotype?.description ?? "something else")."
    case .unknownOutsideAllele(let allele):
      return "The knowledge base has no \(gene.symbol) allele \(allele), so nothing is known of it."
    case .outsideMark(let caller, let mark): return "\(caller) \(mark)."
    case .mitochondrialShare(let position, let allele, let count, let depth):
      return share(position, allele, count, depth)
    case .hemizygosityUncertain:
      return "One X chromosome can't be told from two alike: every genotype has two equal alleles."
    case .statedDisagrees(let stated, let derived):
      return "The outside call states \(stated), but its parts give \(derived)."
    case .copies(let note): return copies.sentence(note)
    case .xChromosomes(let count, let basis): return copies.sentence(xCount: count, basis)
    case .xChromosomesContradicted(let count, let basis, let positions):
      return copies.sentence(xCount: count, basis, against: positions)
    }
  }

  /// How many reads show a variant of the mitochondrion.
  private func share(_ position: Int, _ allele: Int, _ count: Int, _ depth: Int) -> String {
    let alleles = gene.positions[position].alleles
    let shown = alleles.indices.contains(allele) ? alleles[allele] : "a variant"
    let portion = Double(count) / Double(max(depth, 1))
    return "\(count) of \(depth) reads at \(place(position)) show \(shown) "
      + "(\(CheckWording.percent(portion)))"
      + (portion < 0.9 ? ", so a part of the mitochondria carries it (heteroplasmy)." : ".")
  }

  /// How a looked-up value was worked out, as a sentence.
  public func sentence(_ note: LookupNote) -> String {
    switch note {
    case .activityComputed(let haplotype, let activity):
      "\(haplotype) has no table entry; its activity \(activity) is the sum of its copies."
    case .noFunction(let haplotype):
      "No function is known for \(haplotype), so the phenotype is indeterminate."
    case .oneAlleleOnly:
      "Only one allele is given where a person carries two, so the result is incomplete."
    case .statedPhenotypeOverruled(let stated, let score, let derived):
      "The outside call states \(PhenotypeWording.plain(stated)), but its activity score of "
        + "\(score) means \(PhenotypeWording.plain(derived)); the score was used."
    case .statedDiffersFromDiplotype(let stated, let derived):
      "The outside call states \(PhenotypeWording.plain(stated)), but its diplotype gives "
        + "\(PhenotypeWording.plain(derived)); what is stated was used."
    case .callerTellsOtherwise(let told, let derived):
      "The program that made the call gives \(PhenotypeWording.plain(told)) for it; by the knowledge "
        + "base it is \(PhenotypeWording.plain(derived)), which was used."
    }
  }

  /// Why a position has no data, as a phrase.
  public func phrase(_ reason: NoDataReason) -> String {
    switch reason {
    case .absent: "not in the file"
    case .noCall: "genotype missing"
    case .lowQuality(let trace):
      switch (trace.depth, trace.genotypeQuality) {
      case (let depth?, let quality?): "depth \(depth), genotype quality \(quality): too low"
      case (let depth?, nil): "depth \(depth): too low"
      case (nil, let quality?): "genotype quality \(quality): too low"
      case (nil, nil): "quality too low"
      }
    case .filtered(let trace):
      trace.filters.isEmpty ? "failed a filter" : "failed filter \(trace.filters.listed("and"))"
    case .referenceMismatch(let trace): "REF \(trace.reference) is not the \(assembly) base"
    case .hiddenByStructure: "hidden by a deletion or symbolic allele"
    case .alleleDepthConflict: "reads support one allele, the genotype names two"
    case .conflictingRecords: "records contradict each other"
    case .notOnAssembly: "not on \(assembly)"
    case .foreignContig:
      "the reads were aligned to another sequence than the one \(assembly) has there"
    case .reads(let gap, let support): phrase(gap, support)
    case .readsContradictRecord(let trace, let support):
      "the record says \(trace.reference)>\(trace.alternates) \(trace.genotype), "
        + "\(support.depth) reads surely show another genotype"
    }
  }

  private func phrase(_ gap: ReadGap, _ support: ReadSupport) -> String {
    let reads = "\(support.depth) read\(support.depth == 1 ? "" : "s")"
    let unsure = support.setAside == 0 ? "" : ", \(support.setAside) more of unsure place or base"
    return switch gap {
    case .noReads: "no reads"
    case .tooFew: "too few reads: \(support.depth)\(unsure)"
    case .uninformative:
      "\(support.uninformative) read\(support.uninformative == 1 ? "" : "s"), none of which tells "
        + "the alleles apart"
    case .unclear: "\(reads), but no genotype is sure enough\(unsure)"
    case .strandBiased: "\(reads), but an allele is seen on one strand only"
    case .deleted: "\(reads) beside reads in which a deletion takes the position away"
    case .mixed:
      "\(reads) with several alleles where one copy is expected, the most frequent in "
        + "\(percentOfMost(support)) %"
    }
  }

  private func percentOfMost(_ support: ReadSupport) -> Int {
    let most = support.alleles.map(\.count).max() ?? 0
    return support.depth == 0 ? 0 : most * 100 / support.depth
  }

  private func places(_ indices: [Int]) -> String {
    let shown = indices.prefix(6).map(place)
    let rest = indices.count - shown.count
    return rest > 0 ? shown.joined(separator: ", ") + " and \(rest) more" : shown.listed("and")
  }
}
