extension BaseSite {
  /// The likelihood of each fragment under each base.
  ///
  /// A base is wrong if the sequencer erred or the read belongs elsewhere:
  /// e = 1 - (1 - e_base)(1 - e_place); a wrong base is any of the three others alike (the
  /// simplification of Li et al. 2008, doi:10.1101/gr.078212.108, that DePristo et al. 2011 use).
  func likelihoods(_ position: PlacedPosition, policy: ReadPolicy) -> SiteLikelihoods {
    let bases: [Glimpse.Content] = [.a, .c, .g, .t]
    let documented = position.spelled.map { Glimpse.Content(letter: $0.first ?? 0) }
    let others = bases.filter { !documented.contains($0) }
    var result = SiteLikelihoods(
      alleles: documented.indices.map { .documented($0) }
        + others.map { .undocumented(String(decoding: [$0.letter], as: UTF8.self)) })
    let contents = documented + others
    var likelihoods = [Double](repeating: 0, count: contents.count)
    for glimpse in fragments(minimumQuality: UInt8(clamping: policy.minimumBaseQuality)) {
      switch glimpse.content {
      case .unsure: result.setAside += 1
      case .deleted: result.deleted += 1
      case .a, .c, .g, .t:
        let error =
          1 - (1 - policy.baseError(glimpse.quality))
          * (1 - policy.mappingError(glimpse.mappingQuality))
        for (index, content) in contents.enumerated() {
          likelihoods[index] = content == glimpse.content ? 1 - error : error / 3
        }
        result.add(
          template: glimpse.template, isReverse: glimpse.isReverse, baseQuality: glimpse.quality,
          mappingQuality: glimpse.mappingQuality, likelihoods: likelihoods)
      }
    }
    return result
  }
}
