/// The fields of the knowledge base as a source of annotations.
enum KnowledgeFields {
  /// In the order of `KnownVariant.values`.
  static let all = [
    field("PGX_GENE", "Genes that the allele is a known variant of"),
    field(
      "PGX_ALLELE",
      "Named haplotypes of these genes that have the allele, alone or with others; spaces as _"),
    field(
      "PGX_FUNCTION",
      "Clinical function of each of PGX_ALLELE, in their order; . where none is assigned"),
    field("PGX_DRUGS", "Drugs with guidance on these genes"),
    field(
      "PGX_LEVEL",
      "Firmest grade of the guidance on each of PGX_DRUGS that departs from usual treatment, else "
        + "of any, in their order: \(GuidanceGrade.allCases.map(\.rawValue).joined(separator: " > "))"
    ),
    field("PGX_RSID", "dbSNP ids of the variant"),
  ]

  private static func field(_ name: String, _ summary: String) -> IndexField {
    IndexField(
      name: name, type: .string, number: .perAlternate, summary: "\(summary); joined by |")
  }
}
