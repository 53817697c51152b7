import Evidence
import Genome
import Guidance

/// What a sample check counted, as labelled phrases, whatever the verdict.
struct CheckFacts {
  private let check: SampleCheck
  private let wording: CheckWording
  private let policy: CheckPolicy

  init(_ check: SampleCheck, policy: CheckPolicy = .init()) {
    self.check = check
    self.policy = policy
    wording = CheckWording(assembly: check.assembly, policy: policy)
  }

  /// Each fact with its label, in a fixed order.
  var all: [(label: String, text: String)] {
    [
      ("Assembly", assembly), ("Positions", positions), ("To cover", toCover), ("Genes", genes),
      ("REF", reference), ("Sex", sex), ("Alleles", alleles), ("Phase", phase), ("Reads", reads),
      ("VCF and reads", agreement),
    ].compactMap { label, text in text.map { (label, $0) } }
  }

  private var assembly: String? {
    check.assembly.rawValue + (check.assemblyBasis.isEmpty ? "" : ", \(check.assemblyBasis)")
  }

  /// The coverage of the genes that decide in a phrase: `851 of 860 positions have data`.
  var coverage: String {
    Self.coverage(
      check.genes.filter(\.isDecisive).reduce(PositionTally()) { $0 + $1.positions })
  }

  private static func coverage(_ tally: PositionTally) -> String {
    "\(tally.observed) of \(tally.total) positions have data"
  }

  private var positions: String? {
    let causes = check.positions.causes.map { "\($0.count) because \(wording.phrase($0.cause))" }
    return Self.coverage(check.positions)
      + (causes.isEmpty ? "" : "; " + causes.joined(separator: ", "))
  }

  private var toCover: String? {
    let parts = [("tier-one", check.tierOne), ("required", check.required)]
      .filter { $0.1.total > 0 }
      .map { "\($0.1.observed) of \($0.1.total) \($0.0) positions" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var genes: String? {
    let seen = check.genes.count { $0.hasData }
    let whole = check.genes.count { $0.positions.missing == 0 }
    return "\(seen) of \(check.genes.count) have data, \(whole) at every position"
  }

  private var reference: String? {
    guard let agreement = check.reference else { return nil }
    guard agreement.total > 0 else { return "no record at a known position" }
    return "\(agreement.disagreeing) of \(agreement.total) records at known positions disagree"
  }

  private var sex: String? {
    guard let sex = check.sex else { return "not determined" }
    let x = sex.xChromosomes.map(CheckWording.chromosomes)
    let y = sex.hasY.map { $0 ? "a Y chromosome" : "no Y chromosome" }
    let found = [x, y].compactMap(\.self).joined(separator: ", ")
    return "\(found.isEmpty ? "not told" : found) (\(sex.source))"
  }

  private var alleles: String? {
    let balance = check.balance
    let skew =
      balance.skew == nil
      ? "\(Self.count(balance.withSecondAllele, "position")) with two alleles, too few sites to tell"
      : "\(balance.skewed) of \(balance.withSecondAllele) positions with two alleles are uneven"
    let foreign =
      balance.foreignShare.map {
        "\(CheckWording.percent($0)) reference reads at \(balance.homozygousVariants) homozygous "
          + "variants"
      }
      ?? "\(Self.count(balance.homozygousVariants, "homozygous variant")), too few sites to tell"
    let stray =
      balance.strays == 0
      ? "" : "; \(Self.count(balance.strays, "position")) with stray reads of another allele"
    return "\(skew); \(foreign)\(stray)"
  }

  private var phase: String? {
    let phase = check.phase
    guard phase.heterozygous > 0 else { return "no gene has several heterozygous positions" }
    let byReads = phase.tiedByReads > 0 ? " (\(phase.tiedByReads) by reads)" : ""
    let gaps = phase.gaps.prefix(6).map { gap in
      "\(gap.gene) \(gap.first) to \(gap.second) (\(CheckWording.grouped(gap.distance)) bases)"
    }
    let rest = phase.gaps.count - gaps.count
    let open =
      gaps.isEmpty
      ? ""
      : "; open: " + gaps.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    return
      "known for \(phase.phased) of \(phase.heterozygous) heterozygous positions of genes with "
      + "several\(byReads)\(open)"
  }

  private var reads: String? {
    guard let tally = check.reads else { return nil }
    guard tally.reads > 0 else { return "none at known positions" }
    var parts = ["\(CheckWording.grouped(tally.reads)) at known positions"]
    if let mean = check.depths?.mean { parts.append("mean depth \(CheckWording.decimal(mean))") }
    if let depths = check.depths, let share = depths.coveredShare {
      parts.append(
        "\(CheckWording.percent(share)) of positions with \(depths.coveredDepth) or more")
    }
    if let share = tally.duplicateShare { parts.append("\(CheckWording.percent(share)) copies") }
    if let share = tally.unsureShare {
      parts.append("\(CheckWording.percent(share)) of unsure place")
    }
    if let length = tally.meanLength {
      parts.append("mean length \(CheckWording.grouped(length))")
    }
    if let length = tally.medianFragmentLength {
      parts.append("median fragment \(CheckWording.grouped(length))")
    }
    return parts.joined(separator: ", ")
  }

  private var agreement: String? {
    guard let agreement = check.agreement else { return nil }
    return
      "\(Self.count(agreement.agreeingVariants, "variant position")) agree, \(agreement.contradictions) "
      + "contradicted"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
