/// What a filter of Cyrius, or of DRAGEN's caller after the same method, means for its genotype.
///
/// As Cyrius' README (Illumina/Cyrius, "Interpreting the output") lists them: a genotype of `None` is
/// no call; `Not_assigned_to_haplotypes` joins alleles by underscores (`*1_*2_*68`) or states copies
/// without a slash (`*1x4`), and no diplotype follows from it; the others stand beside a genotype
/// that can be used. A filter that is not listed there makes the genotype no call.
enum CyriusFilter {
  private static let usable = ["", "pass", "more_than_one_possible_genotype", "lowq_high_cn"]

  /// The alternatives to use, and what to say of them.
  ///
  /// - Parameter copies: how many alleles a diplotype may have.
  static func reading(
    genotype: String, filter: String, copies: ClosedRange<Int> = 2...2
  ) -> (alternatives: [[String]], marks: [String]) {
    var marks: [String] = []
    if !["", "pass"].contains(filter.lowercased()) {
      marks.append("marks its call \(filter.quoted)")
    }
    guard !StatedCall.isNoCall(genotype) else { return ([], marks) }
    let alternatives = StatedCall.alternatives(in: genotype)
    guard usable.contains(filter.lowercased()),
      alternatives.allSatisfy({ copies.contains($0.count) })
    else {
      marks.append("found \(genotype.quoted), which is not used as a diplotype")
      return ([], marks)
    }
    return (alternatives, marks)
  }
}
