/// The alleles a typer prints, gathered by locus in the order in which the loci come.
struct LocusTyping {
  private struct Locus {
    var name: String
    var chromosomes: [[String]]
    var marks: [String]
    var line: Int
  }

  private var loci: [Locus] = []

  /// Adds the allele of one chromosome; its name says the locus (`B*57:01`, `HLA-B*57:01`).
  mutating func add(_ allele: String, line: Int) {
    guard let star = allele.firstIndex(of: "*") else { return }
    add([allele], locus: String(allele[..<star]), line: line)
  }

  /// Adds the alleles that can't be told apart on one chromosome; none marks the locus as looked at.
  mutating func add(_ alleles: [String], locus: String, line: Int, marks: [String] = []) {
    let names = alleles.filter { !StatedCall.isNoCall($0) }.map(Self.withoutLocus)
    let index = loci.firstIndex { $0.name == locus } ?? loci.count
    if index == loci.count {
      loci.append(Locus(name: locus, chromosomes: [], marks: [], line: line))
    }
    if !names.isEmpty { loci[index].chromosomes.append(names) }
    loci[index].marks += marks
  }

  /// A statement for each locus.
  func statements(sample: String?) -> [StatedCall] {
    loci.map { locus in
      var marks = locus.marks
      let choices = StatedCall.choices(locus.chromosomes).filter { !$0.isEmpty }
      if choices.isEmpty, !locus.chromosomes.isEmpty {
        marks.append("leaves more alleles open than can be listed")
      }
      return StatedCall(
        sample: sample, subject: .locus(locus.name), alternatives: choices, marks: marks.distinct,
        line: locus.line)
    }
  }

  /// `*57:01` of `B*57:01`, `HLA-B*57:01` or `57:01`.
  private static func withoutLocus(_ name: String) -> String {
    guard let star = name.firstIndex(of: "*") else { return "*" + name }
    return String(name[star...])
  }
}
