internal import Genome
internal import Knowledge

/// Checks copy events against their genes and each other, and stable regions against both.
struct CopyCheck {
  let genes: [String: Gene]
  /// The genes that have a file, even if it could not be read.
  let filed: Set<String>

  func run(_ events: [Located<CopyEvents>]) {
    for located in events {
      let value = located.value
      if let gene = genes[value.gene] {
        checkAlleles(located, gene)
      } else if !filed.contains(value.gene) {
        located.error(
          "copy events are of a gene that has no file", found: value.gene,
          remedy: "add the gene or remove the file")
      }
      if value.intervals.isEmpty {
        located.error("a gene has no interval to measure", remedy: "add one")
      }
      if Set(value.intervals.map(\.name)).count != value.intervals.count {
        located.error("two intervals have the same name", remedy: "rename one of them")
      }
      for event in value.events { check(event, located) }
      if value.sources.isEmpty {
        located.error("copy events have no source", remedy: "say where they come from")
      }
    }
  }

  private func check(_ event: CopyEvents.Event, _ located: Located<CopyEvents>) {
    let count = located.value.intervals.count
    switch event.kind {
    case .hybrid:
      if event.copies.count != count || event.copies.allSatisfy({ $0 == 1 }) {
        located.error(
          "a hybrid must give the copies of each interval, and not one of all",
          found: event.allele ?? "", remedy: "write one number for each interval")
      }
    case .wholeDeletion, .partialDeletion, .wholeDuplication:
      if !event.copies.isEmpty {
        located.error(
          "only a hybrid gives copies", found: event.kind.rawValue, remedy: "remove 'copies'")
      }
    }
    if event.kind == .partialDeletion, count < 2 {
      located.error(
        "a part of a gene with one interval can't be told missing", found: event.allele ?? "",
        remedy: "part the interval or remove the event")
    }
    if event.kind == .wholeDuplication, let allele = event.allele {
      located.error(
        "a duplication bears the name of what it doubles", found: allele,
        remedy: "remove 'allele'")
    }
  }

  private func checkAlleles(_ located: Located<CopyEvents>, _ gene: Gene) {
    let names = Set(gene.alleles.map(\.name))
    for name in located.value.events.compactMap(\.allele)
      + [located.value.presentAllele]
      .compactMap({ $0 }) where !names.contains(name)
    {
      located.note(
        "an event is named for an allele \(gene.symbol) does not have, so nothing is known of it",
        found: name, remedy: "add the allele to the gene when a source lists it")
    }
  }

  /// Checks that regions are of use and overlap neither each other nor a measured gene.
  func run(_ regions: [Located<StableRegion>], against events: [CopyEvents]) {
    for assembly in Assembly.allCases {
      let measured = events.flatMap { gene in
        gene.intervals.compactMap { $0.interval(on: assembly) }
      }
      var last: Located<StableRegion>?
      for region in regions.sorted(by: { left, right in
        (left.value.interval(on: assembly), left.line)
          < (right.value.interval(on: assembly), right.line)
      }) {
        let place = region.value.interval(on: assembly)
        if let last, last.value.interval(on: assembly).overlaps(place) {
          region.error(
            "two stable regions overlap on \(assembly)", found: "\(place)",
            remedy: "move or remove one of them")
        }
        if measured.contains(where: { $0.overlaps(place) }) {
          region.error(
            "a stable region overlaps a gene with copy events on \(assembly)", found: "\(place)",
            remedy: "move it")
        }
        if !region.value.role.allows(place.contig) {
          region.error(
            "a stable region's contig does not fit its role", found: "\(place.contig)",
            remedy: "correct the role or the contig")
        }
        last = region
      }
    }
  }
}

extension GenomicInterval {
  fileprivate func overlaps(_ other: GenomicInterval) -> Bool {
    contig == other.contig && start <= other.end && other.start <= end
  }
}

extension StableRegion.Role {
  fileprivate func allows(_ contig: Contig) -> Bool {
    switch self {
    case .autosome: contig < .x
    case .chromosomeX: contig == .x
    case .chromosomeY: contig == .y
    case .mitochondrion: contig == .mitochondrion
    }
  }
}
