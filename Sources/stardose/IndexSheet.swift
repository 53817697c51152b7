internal import Annotation
internal import Genome
internal import Foundation

/// What there is to say about an index, as text.
enum IndexSheet {
  /// The summary of a compilation: one line, and one for each remark.
  static func lines(of summary: CompilationSummary) -> String {
    let description = summary.description
    var parts = ["\(description.records) records", "\(description.rows) rows"]
    parts += leftOut(description).map { "left out: \($0)" }
    let attributes = try? FileManager.default.attributesOfItem(atPath: summary.output)
    if let bytes = (attributes?[.size] as? NSNumber)?.intValue {
      let share =
        description.sourceBytes > 0
        ? " (\(100 * bytes / description.sourceBytes) % of the source)" : ""
      parts.append("\(bytes) bytes\(share)")
    }
    let remarks = summary.remarks.map { "\nstardose: remark: \($0)" }.joined()
    return "\(summary.output): " + parts.joined(separator: ", ") + remarks
  }

  /// What an index says of itself.
  static func text(of index: AnnotationIndex) -> String {
    let description = index.description
    var rows: [(String, String)] = [
      ("index", index.path),
      ("source", description.source),
      ("sha256", description.sha256),
      ("source bytes", String(description.sourceBytes)),
      ("built", description.built),
      ("release", description.release ?? "not stated"),
      ("licence", description.licence ?? "not stated"),
      ("assembly", description.assembly?.description ?? "not stated"),
      ("content", description.content.rawValue),
      ("FASTA", description.reference ?? "none: indels are trimmed, not rolled"),
      ("records", String(description.records)),
      ("rows", String(description.rows)),
    ]
    rows += leftOut(description).map { ("left out", $0) }
    rows += description.fields.map { field in
      let summary = field.summary.isEmpty ? "" : ": \(field.summary)"
      return (
        "field", "\(field.name) (\(field.type.rawValue), Number=\(field.number.text))\(summary)"
      )
    }
    rows += index.contigs.map { ("contig", "\($0.name) (\($0.rows) rows)") }
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    return rows.map { label, value in
      label.padding(toLength: width, withPad: " ", startingAt: 0) + Self.printable(value) + "\n"
    }.joined()
  }

  private static func leftOut(_ description: IndexDescription) -> [String] {
    description.leftOut.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
  }

  /// Text of a source without anything a terminal would obey.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
  }
}
