internal import Genome

/// The stretches of contigs whose records are wanted, 1-based and closed.
package struct RegionSet: Sendable, Hashable {
  private let byName: [String: RegionSpans]
  private let byContig: [Contig: RegionSpans]
  /// The contigs as they were asked for, in that order.
  let names: [String]

  /// Takes regions in any order.
  init(_ regions: [Region]) {
    var byName: [String: [ClosedRange<Int>]] = [:]
    var byContig: [Contig: [ClosedRange<Int>]] = [:]
    var names: [String] = []
    for region in regions {
      if byName[region.contig] == nil { names.append(region.contig) }
      byName[region.contig, default: []].append(region.span)
    }
    for (name, spans) in byName {
      if let contig = Contig(name: name) { byContig[contig, default: []] += spans }
    }
    self.byName = byName.mapValues { RegionSpans($0) }
    self.byContig = byContig.mapValues { RegionSpans($0) }
    self.names = names
  }

  /// Reads regions as samtools spells them: `chr1,chr2:1000-2000,chr3:1000-`.
  package init(parsing list: String) throws(AnnotationError) {
    var regions: [Region] = []
    for text in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let region = Region(text) else {
        throw AnnotationError(
          .request,
          "-r \(SpecificationError.quoted(String(text))): this is no region; write it as chr1, "
            + "chr1:1000-2000 or chr1:1000-, several with commas between them")
      }
      regions.append(region)
    }
    self.init(regions)
  }

  /// The stretches of a contig, by its own name or another usual spelling of it.
  func spans(onContig name: String) -> RegionSpans {
    Contig(name: name).flatMap { byContig[$0] } ?? byName[name] ?? RegionSpans([])
  }

  /// The contigs asked for that none of these names is a spelling of.
  func missing(from contigs: [String]) -> [String] {
    let present = Set(contigs)
    let known = Set(contigs.compactMap { Contig(name: $0) })
    return names.filter { name in
      !present.contains(name) && !(Contig(name: name).map(known.contains) ?? false)
    }
  }
}
