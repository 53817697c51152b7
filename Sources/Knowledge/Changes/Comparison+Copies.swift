internal import Genome

extension Comparison where Value == CopyEvents {
  /// What read depth can show, by gene.
  static var copyEvents: Comparison {
    Comparison(
      subject: "copy events", name: \.gene,
      summary: { $0.events.map(\.text).joined(separator: ", ") },
      fields: [
        Field("occurrence", { $0.occurrence.rawValue }),
        Field("presentAllele", label: "allele when present", \.presentAllele),
        Field(
          "events", { $0.events.map(\.text).joined(separator: ", ") }), Field("limits", \.limits),
        Field(
          "sources",
          { $0.sources.map { "\($0.name) \($0.detail)" }.joined(separator: ", ") }),
      ],
      entries: { value in
        value.intervals.map { interval in
          let places = [interval.grch38, interval.grch37].map { $0.map { "\($0)" } ?? "absent" }
          return (interval.name, places.joined(separator: ", "))
        }
      }, others: ["gene", "intervals"])
  }
}

extension CopyEvents.Event {
  /// What happened, the allele and a hybrid's copies, in a few words.
  fileprivate var text: String {
    let copies = copies.isEmpty ? nil : copies.map(String.init).joined(separator: "-")
    return [allele, kind.rawValue, copies].compactMap { $0 }.joined(separator: " ")
  }
}

extension Comparison where Value == StableRegion {
  /// The yardsticks of read depth, by place.
  static var stableRegions: Comparison {
    Comparison(
      subject: "stable region", name: { "\($0.grch38)" }, summary: \.name,
      fields: [
        Field("role", { $0.role.rawValue }), Field("name", \.name),
        Field("grch37", label: "on GRCh37", { "\($0.grch37)" }), Field("source", \.source),
      ], others: ["grch38"])
  }
}
