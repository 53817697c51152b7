/// Everything a task needs to know to annotate its stretch of the input.
package struct AnnotationPlan: Sendable {
  /// The input's path, for errors.
  package let path: String
  /// The sources, in the order asked for.
  package let sources: [AnnotationSource]
  /// The number of columns a record must have.
  package let columnCount: Int
  /// INFO keys to be written that the input's header declares.
  package let declared: Set<String>
  /// Which records are written; nil for all.
  package let regions: RegionSet?
  /// The samples kept, by column; nil for all as they are.
  package let samples: [Int]?
  /// The FASTA that indels are rolled to the left over.
  package let reference: String?
  /// Whether values are kept for a table beside the output.
  package let wantsTables: Bool

  /// A plan of its parts.
  package init(
    path: String, sources: [AnnotationSource], columnCount: Int, declared: Set<String>,
    regions: RegionSet? = nil, samples: [Int]? = nil, reference: String? = nil,
    wantsTables: Bool = false
  ) {
    self.path = path
    self.sources = sources
    self.columnCount = columnCount
    self.declared = declared
    self.regions = regions
    self.samples = samples
    self.reference = reference
    self.wantsTables = wantsTables
  }

  /// Statistics in which nothing was counted yet.
  package var emptyStatistics: AnnotationStatistics {
    AnnotationStatistics(sources: sources.map(\.emptyStatistics))
  }
}
