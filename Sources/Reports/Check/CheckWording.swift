public import Evidence
public import Genome
import Guidance

/// The sentences of a sample check: the verdict and each reason for it, worded here alone.
public struct CheckWording {
  private let assembly: Assembly
  private let policy: CheckPolicy

  /// Makes the wording for the checks of one assembly, made under a policy.
  public init(assembly: Assembly, policy: CheckPolicy = .init()) {
    self.assembly = assembly
    self.policy = policy
  }

  /// The verdict as the answer to a question: `Fit for PGx: yes`.
  public func headline(_ verdict: SampleCheck.Verdict) -> String {
    "Fit for PGx: \(word(verdict))"
  }

  /// The verdict in a word or two.
  public func word(_ verdict: SampleCheck.Verdict) -> String {
    switch verdict {
    case .fit: "yes"
    case .fitWithLimits: "with limits"
    case .unfit: "no"
    }
  }

  /// A reason as sentences: what was found and, where something helps, what to do.
  public func sentence(_ reason: CheckReason) -> String {
    let isBar = reason.weight == .bar
    return switch reason.finding {
    case .nothingObserved(let positions):
      "None of the \(positions) known positions has data. Check that the file is on \(assembly) and "
        + "covers these genes."
    case .variantsOnly(let silent, let total):
      "The file lists variants only: \(silent) of \(total) known positions have no record, and "
        + "whether they are reference can't be told. Give a gVCF, the regions that were covered "
        + "(--callable) or the reads (--reads)."
    case .mostlyMissing(let genes, let total, let cause):
      "Of \(total) gene\(total == 1 ? "" : "s") with data \(genes.count) "
        + "\(genes.count == 1 ? "lacks" : "lack") most of the positions that matter, mostly "
        + "because \(phrase(cause)): \(names(genes))." + (remedy(cause).map { " \($0)" } ?? "")
    case .genesWithoutData(let with, let total, let without):
      "Only \(with) of \(total) genes \(with == 1 ? "has" : "have") data; nothing is known of \(names(without))."
    case .tierOneMissing(let shortfalls):
      "Positions that a test should cover have no data: \(list(shortfalls))."
    case .genesPartlyCovered(let shortfalls):
      "More than \(Self.percent(1 - policy.leastGeneShare)) of the positions have no data in "
        + "\(list(shortfalls)). A variant there would not be seen."
    case .referenceMismatch(let disagreeing, let total):
      "REF of \(disagreeing) of \(total) records at known positions is not the \(assembly) base"
        + (isBar
          ? ": the file is on another assembly, or damaged."
          : "; these positions have no data.")
    case .assemblyAssumed:
      "Nothing in the input shows its assembly; \(assembly) was assumed. State it with --assembly."
    case .skewedAlleles(let skewed, let total):
      "At \(skewed) of \(total) positions with two alleles one of them has fewer than "
        + "\(Self.percent(policy.balancedMinorShare)) of the reads, \(foreignDNA(isBar))"
    case .foreignReads(let share, let sites):
      "\(Self.percent(share)) of the reads at \(sites) homozygous variants show the reference, "
        + foreignDNA(isBar)
    case .strayReads(let sites, let total, let genes):
      "At \(sites) of \(total) positions, in \(genes) genes, a few reads show another known allele, "
        + "more than errors make, \(foreignDNA(isBar))"
    case .lowDepth(let mean):
      "On average only \(Self.decimal(mean)) reads cover a position; below "
        + "\(Int(policy.minimumMeanDepth)) one allele of two may stay unseen, so positions are left "
        + "without data."
    case .thinPositions(let covered, let total, let depth):
      "Only \(covered) of \(total) positions have \(depth) reads or more."
    case .manyDuplicates(let share):
      "\(Self.percent(share)) of the reads are copies of others: the library holds few molecules."
    case .unsurePlaces(let share):
      "The place of \(Self.percent(share)) of the reads is unsure (mapping quality below "
        + "\(policy.sureMappingQuality)): they may come from elsewhere in the genome."
    case .recordsContradicted(let positions, let total):
      "The reads contradict the records at \(positions) of \(total) positions compared"
        + (isBar ? "; they are hardly of one person." : ".")
    case .sexUnclear(let source, let genes):
      "\(source.sentenceCased) does not tell the number of X chromosomes, on which the copies of "
        + "\(names(genes)) depend."
    case .sexContradicted(let count, let source, let other, let otherSource):
      "\(Self.chromosomes(count)) by one source (\(source)), but \(other) by another "
        + "(\(otherSource)): the sample may be another person's."
    }
  }

  /// Why positions have no data, as a clause to follow "because".
  public func phrase(_ cause: MissingCause) -> String {
    switch cause {
    case .absent: "the file has no record there"
    case .noCall: "the genotype is missing"
    case .lowQuality: "depth or genotype quality is too low"
    case .filtered: "the record failed a filter"
    case .referenceMismatch: "REF is not the \(assembly) base"
    case .hiddenByStructure: "a deletion or symbolic allele hides them"
    case .conflict: "records contradict each other or their own depths"
    case .notOnAssembly: "\(assembly) lacks them"
    case .foreignContig: "the reads were aligned to another sequence there"
    case .tooFewReads: "too few reads cover them"
    case .unclearReads: "the reads do not tell"
    case .readsContradictRecord: "reads and records contradict each other"
    }
  }

  private func remedy(_ cause: MissingCause) -> String? {
    switch cause {
    case .absent:
      "Give a gVCF, the regions that were covered (--callable) or the reads (--reads)."
    case .noCall, .lowQuality, .filtered: "The reads (--reads) may settle them."
    case .referenceMismatch: "State the assembly with --assembly, or call the sample anew."
    case .tooFewReads: "Deeper sequencing would settle them."
    case .hiddenByStructure, .conflict, .notOnAssembly, .foreignContig, .unclearReads,
      .readsContradictRecord:
      nil
    }
  }

  private func foreignDNA(_ isGross: Bool) -> String {
    "as if the DNA of a second person showed (contamination, a graft, a transfusion)."
      + (isGross ? " Take a new sample." : "")
  }

  private func list(_ shortfalls: [CheckReason.Shortfall]) -> String {
    let shown = shortfalls.prefix(8).map { "\($0.gene) (\($0.missing) of \($0.total))" }
    let rest = shortfalls.count - shown.count
    return rest > 0
      ? shown.joined(separator: ", ") + " and \(rest) more genes" : shown.listed("and")
  }

  private func names(_ genes: [String]) -> String {
    let shown = genes.prefix(8)
    let rest = genes.count - shown.count
    return rest > 0 ? shown.joined(separator: ", ") + " and \(rest) more" : shown.listed("and")
  }

  /// A number of X chromosomes.
  static func chromosomes(_ count: Int) -> String {
    "\(count) X chromosome\(count == 1 ? "" : "s")"
  }

  /// A share of 1 as a percentage with at most one decimal.
  static func percent(_ share: Double) -> String { "\(decimal(share * 100)) %" }

  /// A number with at most one decimal.
  static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// A whole number with commas between thousands.
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
