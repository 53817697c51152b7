internal import Knowledge

/// Checks that each source genes, guidelines, factors, risks and copy events name is described in `sources.yaml`.
struct SourceCheck {
  let genes: [GeneSource]
  let drugs: [DrugSource]
  let factors: [Located<PatientFactor>]
  let risks: [Located<SideEffectRisk>]
  let copyEvents: [Located<CopyEvents>]
  let equations: [Located<DoseEquation>]
  let interactions: [Located<MedicineInteraction>]
  let conversions: [Located<EnzymeConversion>]

  /// Each source that a gene or guideline names, once for each edition and licence, sorted.
  var used: [SourceReference] {
    var all = Set(
      genes.flatMap(\.gene.sources).map {
        SourceReference(name: $0.name, version: $0.version, licence: $0.licence)
      })
    for guideline in drugs.flatMap(\.drug.guidelines) {
      all.insert(
        SourceReference(
          name: guideline.source, version: guideline.version, licence: guideline.licence))
    }
    return all.sorted { ($0.name, $0.version, $0.licence) < ($1.name, $1.version, $1.licence) }
  }

  /// Reports each source in use that has no description of its name and licence.
  func run(described: [SourceReference], in file: SourceFile) {
    let known = Set(described.map { [$0.name, $0.licence] })
    let missing = Set(used.map { [$0.name, $0.licence] }).subtracting(known)
    for source in missing.map({ "\($0[0]) (\($0[1]))" }).sorted() {
      file.error(
        0, "a source that genes or guidelines name is not described", found: source,
        remedy: "add an entry with its name and licence")
    }
    // A fact names its source only; the licence is that of the source's description.
    let names = Set(described.map(\.name))
    var facts: [FactSource] = factors.flatMap(\.value.sources)
    facts += risks.flatMap(\.value.sources)
    facts += copyEvents.flatMap(\.value.sources)
    facts += equations.flatMap(\.value.sources)
    facts += interactions.flatMap(\.value.sources)
    facts += conversions.flatMap(\.value.sources)
    for name in Set(facts.map(\.name)).subtracting(names).sorted() {
      file.error(
        0, "a source that factors, risks, copy events or equations name is not described",
        found: name,
        remedy: "add an entry with its name and licence")
    }
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
