internal import Genome

extension Comparison where Value == Gene {
  /// Genes, by symbol.
  static var genes: Comparison {
    Comparison(
      subject: "gene", name: \.symbol,
      summary: { "\($0.alleles.count) haplotypes, \($0.positions.count) positions" },
      fields: [
        Field("contig", { $0.contig?.name }), Field("hgnc", { $0.hgnc.isEmpty ? nil : $0.hgnc }),
        Field("inheritance", \.inheritance.rawValue),
        Field(
          "literature",
          { $0.literature.map { "level \($0.clinpgxLevel), \($0.annotations) annotations" } }),
      ],
      parts: [
        Part(
          "sources",
          { Comparison<SourceReference>.geneSources.changes(from: $0.sources, to: $1.sources) }),
        Part(
          "positions",
          { Comparison<DefiningPosition>.positions.changes(from: $0.positions, to: $1.positions) }),
        Part(
          "alleles",
          { Comparison<PlacedAllele>.alleles.changes(from: $0.placedAlleles, to: $1.placedAlleles) }
        ),
        Part(
          "calling",
          {
            Comparison<PlacedCalling>.calling.changes(
              from: [$0.placedCalling], to: [$1.placedCalling])
          }),
        Part(
          "phenotyping",
          {
            Comparison<Phenotyping>.phenotyping.changes(
              from: [$0.phenotyping], to: [$1.phenotyping])
          }),
      ], others: ["symbol"])
  }
}

extension Comparison where Value == DefiningPosition {
  /// Positions, by id.
  static var positions: Comparison {
    Comparison(
      subject: "position", name: \.id,
      summary: { "\($0.alleles.joined(separator: "/")) at \($0.grch38.position)" },
      fields: [
        Field("rsid", \.rsid), Field("hgvs", \.hgvs),
        Field("alleles", { $0.alleles.joined(separator: "/") }),
        Field("grch38", { $0.text(of: $0.grch38) }),
        Field("grch37", { position in position.grch37.map(position.text) }),
        Field("role", \.role.rawValue),
      ], others: ["id"])
  }
}

extension Comparison where Value == PlacedAllele {
  /// Haplotypes, by name; a value for each position they require an allele at.
  static var alleles: Comparison {
    Comparison(
      subject: "allele", name: \.allele.name, summary: \.summary,
      fields: [
        Field("function", \.allele.function), Field("activity", \.allele.activity?.description),
        Field("reportedAs", \.allele.reportedAs),
      ], entries: \.cells, others: ["name", "cells"], stored: \.allele)
  }
}

extension Comparison where Value == PlacedCalling {
  /// The calling rules of a gene.
  static var calling: Comparison {
    Comparison(
      subject: "calling", name: { _ in "" }, summary: \.rules.method.rawValue,
      fields: [
        Field("method", \.rules.method.rawValue),
        Field("requiredPositions", { $0.ids($0.rules.requiredPositions) }),
        Field(
          "undocumentedCountsAsReference", { $0.rules.undocumentedCountsAsReference ? "yes" : nil }),
        Field(
          "unphasedPriorities",
          {
            $0.rules.unphasedPriorities.map { $0.joined(separator: " before ") }.joined(
              separator: "; ")
          }),
        Field("fallback", \.fallback), Field("linkedPair", \.linkedPair),
        Field("tierOnePositions", { $0.ids($0.rules.tierOnePositions) }),
        Field(
          "copyNumberCaps",
          { $0.rules.copyNumberCaps.map { "\($0)x≥\($1)" }.sorted().joined(separator: ", ") }),
        Field("functionOrder", { $0.rules.functionOrder.joined(separator: ", ") }),
        Field("outsideCallers", { $0.rules.outsideCallers.joined(separator: ", ") }),
        Field(
          "spellings",
          { $0.rules.spellings.map { "\($0) for \($1)" }.sorted().joined(separator: ", ") }),
        Field("caveat", \.rules.caveat),
        Field("onRequest", \.rules.onRequest),
      ], stored: \.rules)
  }
}

extension Comparison where Value == Phenotyping {
  /// The phenotype rules of a gene.
  static var phenotyping: Comparison {
    Comparison(
      subject: "phenotype", name: { _ in "" }, summary: \.kind,
      fields: [Field("", label: "decided by", \.kind)], entries: \.entries,
      others: ["functionPair", "activityScore", "watchedAlleles"])
  }
}
