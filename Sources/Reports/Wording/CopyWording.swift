import Foundation
import Genome
import Guidance
import StarAlleles

/// The sentences on copies and X chromosomes in one gene's call.
struct CopyWording {
  /// The gene symbol.
  let gene: String
  /// A position's id and place by its index.
  let place: (Int) -> String

  /// What depth says of the copies, as sentences.
  func sentence(_ note: CopyNote) -> String {
    let limits = note.limits.map { " \($0)." } ?? ""
    switch note.conclusion {
    case .twoCopies(let names):
      return "Read depth shows two copies of \(gene)\(measured(note)); "
        + "\(names.listed("and")) \(names.count == 1 ? "was" : "were") looked for and not seen."
        + limits
    case .event(let alternatives):
      let named = Array(Set(alternatives.map(phrase))).sorted()
      return "Read depth shows \(counted(note)): \(named.listed("or"))." + limits
    case .unexplained:
      return "Read depth shows \(counted(note)), which no known allele gives." + limits
    case .notTold(let doubt):
      return "Read depth does not tell how many copies of \(gene) there are\(depths(note)): "
        + "\(clause(doubt))." + fitting(note) + (isAboutGene(doubt) ? limits : "")
    }
  }

  /// What keeps the depth of a whole file from telling copies, as a sentence on all its genes.
  static func sentence(_ refusal: DepthRefusal, genes: [String]) -> String {
    let wording = CopyWording(gene: "") { _ in "" }
    return "Read depth does not tell how many copies of \(genes.listed("and")) there are: "
      + "\(wording.clause(refusal))."
  }

  /// What the number of X chromosomes means for the gene, as a sentence.
  func sentence(xCount: Int, _ basis: SexBasis) -> String {
    let copies = number(xCount)
    return
      "\(copies.capitalized) X chromosome\(xCount == 1 ? "" : "s") (\(phrase(basis))), so there "
      + (xCount == 1 ? "is" : "are") + " \(copies) cop\(xCount == 1 ? "y" : "ies") of \(gene)."
  }

  /// What speaks against the number of X chromosomes, as a sentence.
  func sentence(xCount: Int, _ basis: SexBasis, against positions: [Int]) -> String {
    let what =
      xCount == 1
      ? "is heterozygous, which one X can't be" : "has a single allele, which is one too few"
    let places = positions.prefix(3).map(place).listed("and")
    let more = positions.count > 3 ? " and \(positions.count - 3) more" : ""
    return "\(number(xCount).capitalized) X chromosome\(xCount == 1 ? "" : "s") "
      + "(\(phrase(basis))) would be expected, but \(places)\(more) \(what); "
      + "the genotypes were used as they are."
  }

  // MARK: - Copies

  private func measured(_ note: CopyNote) -> String {
    let open = note.parts.filter { $0.copies == nil }.map(\.name)
    return depths(note) + (open.isEmpty ? "" : ", \(open.listed("and")) not measured")
  }

  /// The depths measured, in brackets; empty without any.
  private func depths(_ note: CopyNote) -> String {
    let depths = note.parts.compactMap(\.depth).map(digits)
    return depths.isEmpty ? "" : " (\(depths.joined(separator: ", ")))"
  }

  /// What fits depths that tell no number, as a sentence after a space; empty if nothing but two copies
  /// does.
  private func fitting(_ note: CopyNote) -> String {
    guard note.alternatives.contains(where: { !$0.isEmpty }) else { return "" }
    var seen: Set<String> = []
    let named = note.alternatives.map { $0.isEmpty ? "two copies" : phrase($0) }
      .filter { seen.insert($0).inserted }
    return " What fits: \(named.listed("or"))."
  }

  /// The copies of each part, neighbours with as many taken together.
  private func counted(_ note: CopyNote) -> String {
    var groups: [(copies: Int?, names: [String], depths: [Double])] = []
    for part in note.parts {
      if let last = groups.last, last.copies == part.copies {
        groups[groups.count - 1].names.append(part.name)
        groups[groups.count - 1].depths += part.depth.map { [$0] } ?? []
      } else {
        groups.append((part.copies, [part.name], part.depth.map { [$0] } ?? []))
      }
    }
    return groups.map { group -> String in
      let names = group.names.listed("and")
      let depths = group.depths.map(digits).joined(separator: ", ")
      guard let copies = group.copies else { return "an unknown number of copies of \(names)" }
      let count = copies == 0 ? "no copy" : number(copies) + (copies == 1 ? " copy" : " copies")
      return "\(count) of \(names == "the gene" ? gene : names) (\(depths))"
    }.listed("and")
  }

  private func phrase(_ names: [String]) -> String {
    let words = names.map { $0.hasPrefix("x") ? "the gene \($0.dropFirst()) times" : $0 }
    guard words.count == 2 else { return (words.first ?? "") + " on one chromosome" }
    return words[0] == words[1]
      ? "\(words[0]) on both chromosomes" : "\(words[0]) and \(words[1])"
  }

  private func clause(_ doubt: CopyDoubt) -> String {
    switch doubt {
    case .noYardstick(let refusal): clause(refusal)
    case .notOnAssembly: "the gene is not on the assembly's chromosomes"
    case .withoutAlternate(let sequence):
      "this assembly has the gene only on \(sequence.accession), a sequence beside the chromosomes, and "
        + "the reads were aligned without it; align them to a reference that has it, or to another "
        + "assembly"
    case .noReadsOnAlternate(let sequence):
      "this assembly has the gene only on \(sequence.accession), a sequence beside the chromosomes, and "
        + "the file holds no read of that sequence, not even beside the gene, so its reads were left out"
    case .ambiguousPlacement: "too many reads there fit a similar gene as well"
    case .betweenCopies: "the depth lies between two numbers, or scatters too much"
    case .uneven(let part): "the depth changes within \(part)"
    case .contradictedByVariants(let positions):
      "\(positions.prefix(3).map(place).listed("and")) "
        + (positions.count == 1 ? "is" : "are")
        + " heterozygous where the depth would allow one copy at most"
    }
  }

  private func clause(_ refusal: DepthRefusal) -> String {
    switch refusal {
    case .tooFewStableRegions(let covered, let all):
      "the file has reads in \(covered) of the \(all) regions that depth is compared with, so it is a "
        + "slice, a panel or an exome"
    case .unevenDepth(let spread):
      "depth varies by \(Int((spread * 100).rounded())) % from place to place, as in captured or "
        + "amplified DNA"
    case .tooShallow(let depth): "the mean depth is \(digits(depth))"
    }
  }

  /// Whether a doubt is about the gene rather than the file.
  private func isAboutGene(_ doubt: CopyDoubt) -> Bool {
    if case .noYardstick = doubt { false } else { true }
  }

  // MARK: - Sex

  private func phrase(_ basis: SexBasis) -> String {
    switch basis {
    case .stated: "as stated"
    case .readDepth(let x, let y): "by read depth: X \(digits(x)), Y \(digits(y))"
    case .genotypes(let heterozygous, let haploid):
      heterozygous > 0
        ? "by \(heterozygous) heterozygous position\(heterozygous == 1 ? "" : "s")"
        : "by \(haploid) genotype\(haploid == 1 ? "" : "s") with a single allele"
    }
  }

  private func number(_ count: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"]
    return words.indices.contains(count) ? words[count] : String(count)
  }

  /// Two digits after the point.
  private func digits(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

extension GeneCall {
  /// Why the depth of the whole file tells nothing of the gene's copies; nil if it might.
  var depthRefusal: DepthRefusal? {
    for case .copies(let note) in notes {
      if case .notTold(.noYardstick(let refusal)) = note.conclusion { return refusal }
    }
    return nil
  }
}
