public import Evidence

/// The checks of a file's samples as JSON, written sample by sample as `JSONReport` is.
///
/// The schema is `Schema/check.schema.json`.
public struct CheckReport {
  /// The edition of the layout; a change that breaks a reader raises it.
  public static let layout = "stardose-check/1"

  /// Makes a report of checks.
  public init() {}

  /// What comes before the samples.
  public func head(_ provenance: ReportProvenance) -> String {
    JSONReport.head(provenance, layout: Self.layout)
  }

  /// One sample as UTF-8; `index` counts from 0.
  public func sample(sampleID: String, check: SampleCheck, index: Int) -> [UInt8] {
    var writer = JSONWriter(depth: 2, after: index == 0 ? "\n    " : ",\n    ")
    writer.object { json in
      json.string("id", sampleID)
      CheckJSON(check, listsGenes: true).write(to: &json)
    }
    return writer.bytes
  }

  /// What comes after the samples.
  public func tail() -> String { JSONReport.tail }
}
