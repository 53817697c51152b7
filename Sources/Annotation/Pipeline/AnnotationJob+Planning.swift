internal import Genome
internal import GenomeFiles
internal import MappedIndex

extension AnnotationJob {
  /// What is known before the first record.
  struct Prepared {
    let plan: AnnotationPlan
    /// The text of the output's header.
    let header: [UInt8]
    let tables: TableFormats
    let remarks: [String]
    /// Whether a contig is too long for a `.tbi`.
    let hasLongContig: Bool
  }

  /// Plans the run.
  ///
  /// - Parameters:
  ///   - beginning: the header.
  ///   - surveys: whether the input is read once for what its header does not declare.
  ///   - columnCount: the number of columns in each record's line, if not the header's.
  func plan(
    for beginning: Beginning, surveys: Bool, columnCount: Int? = nil
  ) throws -> Prepared {
    let header = beginning.header
    let assembly = try AssemblyCheck.assembly(of: header.header, stated: assembly, path: input)
    let sources = try sources.map { try $0.resolved(on: assembly, place: input) }
    for source in sources { try AssemblyCheck.compare(assembly, with: source, path: input) }
    let fields = sources.flatMap { $0.fields.map(\.output) }
    let subset = try samples.map {
      try SampleSubset(header: header.bytes, names: $0, path: input)
    }
    let sourceLines = sources.map { source in
      ProvenanceLine.source(
        source.specification, source.index.description, fields: source.fields.map(\.request),
        match: source.match)
    }
    let added = writesProvenance ? sourceLines + provenance : []
    var headerPlan = try HeaderPlan(
      inputHeader: header.bytes, fields: fields, provenance: added, samples: subset)
    var remarks = remarks(on: sources, assembly)
    let contigs = header.header.contigs.map(\.name)
    if let missing = regions?.missing(from: contigs).first, !contigs.isEmpty {
      remarks.append(
        "\(input): no contig of the header is '\(missing)', which a region names; check its spelling"
      )
    }
    if surveys {
      let survey = try DeclarationSurvey(of: input, header: headerPlan.outputHeader)
      if let remark = survey.remark {
        remarks.append(remark)
        headerPlan = try HeaderPlan(
          inputHeader: header.bytes, fields: fields, provenance: survey.declarations + added,
          samples: subset)
      }
    }
    let undeclared = Set(headerPlan.added)
    let targets = fields.map(\.target)
    let plan = AnnotationPlan(
      path: input, sources: sources, columnCount: columnCount ?? header.columnCount,
      declared: Set(targets.filter { !undeclared.contains($0) }),
      regions: regions, samples: subset?.columns, reference: reference,
      wantsTables: jsonLines != nil || tabular != nil)
    let tables = TableFormats(
      jsonLines: jsonLines.map { _ in JSONLines(fields: fields) },
      tabular: tabular.map { _ in TabularRows(fields: fields) })
    return Prepared(
      plan: plan, header: headerPlan.outputHeader, tables: tables, remarks: remarks,
      hasLongContig: header.header.contigs.contains { $0.length ?? 0 > OutputIndex.tabixLimit })
  }

  private func remarks(on sources: [AnnotationSource], _ assembly: Assembly?) -> [String] {
    var remarks: [String] = []
    if assembly == nil {
      remarks.append(
        "\(input): the header does not say which assembly the variants are on; "
          + "state it with --assembly, so that sources of another one are refused")
    }
    // The knowledge base has its indels wherever they may be spelled.
    for source in sources where !source.specification.isKnowledge {
      let name = source.specification.name
      switch (source.index.description.reference, reference) {
      case (let fasta?, nil):
        remarks.append(
          "source '\(name)' has its indels rolled to the left over \(fasta); "
            + "give --fasta too, or indels spelled further right are not found")
      case (nil, _?) where source.match == .exact && source.index.description.content == .alleles:
        remarks.append(
          "source '\(name)' was indexed without a FASTA; index it with --fasta, "
            + "or indels it spells further right are not found")
      default: break
      }
    }
    return remarks
  }
}
