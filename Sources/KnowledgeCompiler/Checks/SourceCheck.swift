internal import Knowledge

/// Brings all sources together and checks that each is described in `sources.yaml`.
struct SourceCheck {
  let genes: [GeneSource]
  let drugs: [DrugSource]

  /// Each source that a gene or guideline names, once for each edition and licence.
  private var used: [SourceReference] {
    var all = Set(genes.flatMap(\.gene.sources).map(Self.bare))
    for guideline in drugs.flatMap(\.drug.guidelines) {
      all.insert(
        SourceReference(
          name: guideline.source, version: guideline.version, licence: guideline.licence))
    }
    return all.sorted { ($0.name, $0.version, $0.licence) < ($1.name, $1.version, $1.licence) }
  }

  /// A reference without the page, which may differ from gene to gene.
  private static func bare(_ source: SourceReference) -> SourceReference {
    SourceReference(name: source.name, version: source.version, licence: source.licence)
  }

  /// The sources to list in reports: one for each edition, with page and attribution as
  /// `sources.yaml` describes the source of that name and licence.
  func merged(with described: [SourceReference], in file: SourceFile?) -> [SourceReference] {
    var missing: Set<String> = []
    let merged = used.map { source in
      let match = described.first { $0.name == source.name && $0.licence == source.licence }
      if match == nil { missing.insert("\(source.name) (\(source.licence))") }
      return SourceReference(
        name: source.name, version: source.version, licence: source.licence,
        url: match?.url ?? "", attribution: match?.attribution ?? "")
    }
    for name in missing.sorted() {
      file?.error(
        0, "a source that genes or guidelines name is not described", found: name,
        remedy: "add an entry with its name and licence")
    }
    return merged
  }
}

extension [SourceReference] {
  /// The newest date among the editions, such as `2025-11-05`; `undated` if none has one.
  var newestDate: String {
    compactMap { source in
      let date = source.version.prefix(10)
      let parts = date.split(separator: "-", omittingEmptySubsequences: false)
      let isDate =
        parts.map(\.count) == [4, 2, 2] && parts.joined().allSatisfy { $0.isASCII && $0.isNumber }
      return isDate ? String(date) : nil
    }.max() ?? "undated"
  }
}
