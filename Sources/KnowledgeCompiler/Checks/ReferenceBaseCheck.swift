internal import Genome
internal import Knowledge

/// Checks that all that is known of the reference sequence agrees: the reference alleles and
/// contexts of all genes' positions, base by base, on both assemblies.
struct ReferenceBaseCheck {
  private struct Site: Hashable {
    let assembly: Assembly
    let contig: Contig
    let coordinate: Int
  }

  private var bases: [Site: (base: UInt8, position: String)] = [:]

  mutating func run(_ source: GeneSource) {
    guard let contig = source.gene.contig else { return }
    for (position, line) in zip(source.gene.positions, source.positionLines) {
      for assembly in Assembly.allCases {
        guard let locus = position.locus(on: assembly),
          position.alleles.indices.contains(locus.referenceIndex)
        else { continue }
        let name = "\(source.gene.symbol) \(position.id)"
        var stretches = [(locus.position.value, position.alleles[locus.referenceIndex])]
        if let context = locus.context { stretches.append((context.start.value, context.bases)) }
        for (start, text) in stretches {
          check(
            text, Site(assembly: assembly, contig: contig, coordinate: start), name, line, source)
        }
      }
    }
  }

  private mutating func check(
    _ text: String, _ start: Site, _ name: String, _ line: Int, _ source: GeneSource
  ) {
    for (offset, base) in text.utf8.enumerated() {
      let site = Site(
        assembly: start.assembly, contig: start.contig, coordinate: start.coordinate + offset)
      guard let known = bases[site] else {
        bases[site] = (base, name)
        continue
      }
      guard known.base != base else { continue }
      let letters = [known.base, base].map { String(decoding: [$0], as: UTF8.self) }
      source.file.error(
        line,
        "the reference base of \(site.assembly) at \(site.contig):\(site.coordinate) is \(letters[0]) "
          + "by \(known.position)", found: "\(letters[1]) by \(name)",
        remedy: "correct the one that the assembly does not have")
      return
    }
  }
}
