internal import Genome
internal import Knowledge

/// Makes the copies that can be told apart at the sites.
struct UnitLibrary {
  let gene: Gene
  let facts: ParalogFacts
  let table: SiteTable
  /// The states a gene's reference haplotype and the paralog accept.
  let reference: [UInt16]
  let paralog: [UInt16]
  /// The shapes hybrids can have, each with the site where the switch falls: sites below it are on
  /// one side.
  let hybridShapes: [GeneUnit.Shape]
  /// The shapes by where they are the paralog's: those of a class look alike but for their variants.
  private(set) var shapeClasses: [[GeneUnit.Shape]]

  init(gene: Gene, facts: ParalogFacts, table: SiteTable) {
    self.gene = gene
    self.facts = facts
    self.table = table
    reference = table.sites.map { 1 << UInt16($0.geneState) }
    paralog = table.sites.map { site in site.paralogState.map { 1 << UInt16($0) } ?? 0 }
    var shapes: [GeneUnit.Shape] = []
    let differences = table.sites.indices.filter { table.sites[$0].isDifference }
    for (index, hybrid) in facts.hybrids.enumerated() {
      let spacers: [Bool] =
        switch hybrid.spacer {
        case .present: [true]
        case .absent: [false]
        case .either: [false, true]
        }
      for site in Self.switchSites(of: hybrid, among: differences, in: table) {
        shapes += spacers.map {
          GeneUnit.Shape(kind: .hybrid(index: index, switchSite: site), hasSpacer: $0)
        }
      }
    }
    hybridShapes = shapes
    shapeClasses = []
    var classes: [[GeneUnit.Shape]] = []
    var classOfPattern: [[Bool]: Int] = [:]
    for shape in shapes {
      let pattern = differences.map { isParalog(shape, at: $0) } + [shape.hasSpacer]
      if let known = classOfPattern[pattern] {
        classes[known].append(shape)
      } else {
        classOfPattern[pattern] = classes.count
        classes.append([shape])
      }
    }
    shapeClasses = classes
  }

  /// All shapes that look like one.
  func shapesLike(_ shape: GeneUnit.Shape) -> [GeneUnit.Shape] {
    shapeClasses.first { $0.contains(shape) } ?? [shape]
  }

  /// The sites a switch can fall right before: the first of each group of differences such that the
  /// gap before it touches the range.
  private static func switchSites(
    of hybrid: HybridGene, among differences: [Int], in table: SiteTable
  ) -> [Int] {
    let groups = FragmentCounts.groups(table).map(\.sites)
    return zip(groups, groups.dropFirst()).compactMap { before, after in
      let low = table.sites[before.upperBound].position
      let high = table.sites[after.lowerBound].position
      return low < hybrid.switchRange.upperBound && high > hybrid.switchRange.lowerBound
        ? after.lowerBound : nil
    }
  }

  /// Whether a shape has the paralog's sequence at a site.
  func isParalog(_ shape: GeneUnit.Shape, at site: Int) -> Bool {
    switch shape.kind {
    case .gene: false
    case .paralog: true
    case .hybrid(let index, let switchSite):
      switch facts.hybrids[index].paralogSide {
      case .below: site < switchSite && (shape.hasSpacer || isWithinGene(site, index))
      case .above: site >= switchSite
      }
    }
  }

  /// A hybrid that goes on like the gene took over the paralog's bases within the gene only, unless it
  /// is never seen in tandem.
  private func isWithinGene(_ site: Int, _ hybrid: Int) -> Bool {
    let lowest = gene.positions.first?.grch38.position.value ?? 0
    return table.sites[site].position >= lowest
  }

  /// The plain copy of an allele.
  func unit(of allele: NamedAllele) -> GeneUnit {
    GeneUnit(
      name: allele.name, shape: GeneUnit.Shape(kind: .gene, hasSpacer: false),
      accepted: accepted(by: allele), origins: table.sites.map { _ in .gene })
  }

  /// The whole paralog.
  var paralogUnit: GeneUnit {
    GeneUnit(
      name: nil, shape: GeneUnit.Shape(kind: .paralog, hasSpacer: true), accepted: paralog,
      origins: table.sites.map { _ in .paralog })
  }

  /// The states an allele accepts: the reference where its definition says nothing.
  func accepted(by allele: NamedAllele) -> [UInt16] {
    var states = reference
    guard allele.name != gene.alleles.first?.name else { return states }
    for cell in allele.cells {
      guard let site = table.siteOfPosition[cell.position] else { continue }
      // Where both the gene's and the paralog's base are accepted, the allele comes plain and as a
      // hybrid of its own name; the plain one has the gene's.
      states[site] =
        table.sites[site].isDifference && cell.accepted & 1 == 1 ? 1 : cell.accepted
    }
    return states
  }

  /// A copy of a hybrid shape with the gene part of an allele.
  func unit(of shape: GeneUnit.Shape, backbone: NamedAllele?) -> GeneUnit? {
    guard case .hybrid(let index, let switchSite) = shape.kind else { return nil }
    let hybrid = facts.hybrids[index]
    var states = backbone.map(accepted) ?? reference
    let before = table.sites[..<switchSite].lastIndex { $0.isDifference } ?? switchSite
    var origins = table.sites.map { _ in GeneUnit.Origin.gene }
    for site in states.indices {
      if site > before, site < switchSite {
        origins[site] = .either
      } else if isParalog(shape, at: site) {
        origins[site] = .paralog
        states[site] = paralog[site]
      }
    }
    if hybrid.paralogSide == .below, !shape.hasSpacer {
      // Where the converted stretch ends varies: the last difference of the gene is left open.
      if let edge = table.sites.indices.first(where: {
        table.sites[$0].isDifference && isParalog(shape, at: $0)
      }) {
        origins[edge] = .either
        states[edge] = reference[edge]
      }
    }
    for variant in hybrid.variants {
      guard
        let site = table.sites.firstIndex(where: { $0.position == variant.position }),
        let code = variant.alternate.utf8.first.map(BaseCode.code),
        let state = table.sites[site].states.state(of: Int(code))
      else { continue }
      states[site] = 1 << UInt16(state)
      origins[site] = .gene
    }
    return GeneUnit(
      name: hybrid.name, backbone: backbone?.name, shape: shape, accepted: states,
      origins: origins)
  }

  /// Whether the allele is one that only exists as a hybrid.
  func isHybridOnly(_ allele: NamedAllele) -> Bool {
    let converted = allele.cells.filter { cell in
      guard let site = table.siteOfPosition[cell.position] else { return false }
      return table.sites[site].isDifference && cell.accepted & 1 == 0
        && table.sites[site].paralogState.map { cell.accepted & (1 << UInt16($0)) != 0 } ?? false
    }
    return converted.count >= 4
  }

  /// How many fragments run through the switch of a shape: they show several differences on both sides,
  /// as the shape has them.
  func witnesses(of shape: GeneUnit.Shape, _ fragments: [Fragment]) -> Int {
    fragments.count { fragment in
      var (gene, paralog, against) = (0, 0, 0)
      for (site, state) in fragment.states where table.sites[site].isDifference {
        let isParalog = isParalog(shape, at: site)
        if state == (isParalog ? table.sites[site].paralogState : table.sites[site].geneState) {
          if isParalog { paralog += 1 } else { gene += 1 }
        } else {
          against += 1
        }
      }
      return gene >= 3 && paralog >= 3 && against * 12 <= gene + paralog
    }
  }
}
