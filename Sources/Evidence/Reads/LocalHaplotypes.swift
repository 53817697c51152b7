internal import Genome

/// The haplotypes that reads around an insertion, a deletion or a change of several bases are held
/// against: one for each documented allele and each further one that enough reads show.
struct LocalHaplotypes {
  /// What a haplotype stands for.
  enum Meaning: Hashable {
    case allele(ObservedAllele)
    /// A deletion documented elsewhere that takes bases of the position away.
    case deletion
  }

  /// The haplotypes, with what they stand for; none if the flanks are not known well enough.
  private(set) var haplotypes: [(meaning: Meaning, bases: PairAligner.Haplotype)] = []

  /// Builds the haplotypes of a position.
  ///
  /// The flanks are what most reads show, then the reference file's bases, then those the knowledge
  /// base has; where all are silent, N, which fits every base.
  init(
    _ position: PlacedPosition, site: SpanSite, policy: ReadPolicy, reference: (Int) -> UInt8?,
    isDocumentedElsewhere: (AlleleEdit) -> Bool
  ) {
    let known = position.knownBases(with: (position.start, []))
    func base(_ place: Int) -> UInt8? { reference(place) ?? known.base(place) }
    func flank(_ places: some Sequence<Int>) -> [UInt8] {
      places.compactMap { place in
        if let seen = site.consensus(at: place) { return seen == .deleted ? nil : seen.letter }
        return base(place) ?? UInt8(ascii: "N")
      }
    }
    let core = site.core
    var middle: [UInt8] = []
    for place in core.lowerBound..<core.upperBound {
      guard let base = known.base(place) ?? reference(place) ?? site.letter(at: place) else {
        return
      }
      middle.append(base)
    }
    let anchor = flank([core.upperBound])
    let before = flank(site.window.lowerBound..<core.lowerBound)
    let after = flank((core.upperBound + 1)..<(site.window.upperBound + 1))
    guard Self.isKnown(before.suffix(2 * policy.minimumFlank), least: policy.minimumFlank),
      Self.isKnown((anchor + after).prefix(2 * policy.minimumFlank), least: policy.minimumFlank),
      anchor.count == 1
    else { return }
    let offset = position.start - core.lowerBound
    let prefix = middle[..<offset]
    let suffix = middle[(offset + position.reference.count)...] + anchor
    let cores = position.spelled.map { prefix + $0 + suffix }
    for (index, bases) in cores.enumerated() {
      add(.allele(.documented(index)), before + bases + after)
    }
    let reads = site.reads.compactMap { read in read.core.map { Array(read.bases[$0]) } }
    for candidate in Self.frequent(reads, besides: cores.map { Array($0) }, policy) {
      let meaning = Self.meaning(
        of: candidate, position, cores: cores.map { Array($0) }, middle: middle + anchor,
        start: core.lowerBound, offset: offset, base: known.base,
        isDocumentedElsewhere: isDocumentedElsewhere)
      add(meaning, before + candidate + after)
    }
  }

  private mutating func add(_ meaning: Meaning, _ bases: [UInt8]) {
    haplotypes.append((meaning, PairAligner.Haplotype(bases)))
  }

  /// Whether enough of the bases next to the core are known; a heterozygous one is not.
  private static func isKnown(_ bases: some Sequence<UInt8>, least: Int) -> Bool {
    bases.count { $0 != UInt8(ascii: "N") } >= least
  }

  /// The sequences that several reads show in the place of the documented ones, the most frequent
  /// first.
  private static func frequent(
    _ reads: [[UInt8]], besides documented: [[UInt8]], _ policy: ReadPolicy
  ) -> [[UInt8]] {
    var counts: [[UInt8]: Int] = [:]
    for bases in reads where !documented.contains(bases) { counts[bases, default: 0] += 1 }
    let least = max(2, Int((policy.minimumAlleleFraction * Double(reads.count)).rounded(.up)))
    return counts.filter { $0.value >= least }
      .sorted {
        $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
      }
      .prefix(3).map(\.key)
  }

  /// What a sequence that no definition lists stands for.
  private static func meaning(
    of candidate: [UInt8], _ position: PlacedPosition, cores: [[UInt8]], middle: [UInt8],
    start: Int, offset: Int, base: (Int) -> UInt8?, isDocumentedElsewhere: (AlleleEdit) -> Bool
  ) -> Meaning {
    if position.kind == .indel {
      let close = cores.indices.filter { cores[$0].count == candidate.count }.min {
        differences(cores[$0], candidate) < differences(cores[$1], candidate)
      }
      if let close { return .allele(.documented(close)) }
    }
    guard
      let edit = AlleleEdit(position: start, reference: middle, alternate: candidate)?
        .rolledLeft(base: base)
    else { return .allele(.documented(position.referenceIndex)) }
    if isDocumentedElsewhere(edit) || !position.isTouched(by: edit) {
      let removes =
        !edit.isSubstitution && !edit.deleted.isEmpty
        && (edit.start..<edit.end).overlaps(Range(position.footprint))
      return removes ? .deletion : .allele(.documented(position.referenceIndex))
    }
    let prefix = middle[..<offset]
    let suffix = middle[(offset + position.reference.count)...]
    let isPlain =
      candidate.count >= prefix.count + suffix.count && candidate.starts(with: prefix)
      && candidate.reversed().starts(with: suffix.reversed())
    let text = isPlain ? candidate[prefix.count..<(candidate.count - suffix.count)] : candidate[...]
    return .allele(.undocumented(String(decoding: text, as: UTF8.self)))
  }

  private static func differences(_ one: [UInt8], _ other: [UInt8]) -> Int {
    zip(one, other).count { $0 != $1 }
  }
}
