import Evidence
import Genome
import Guidance
import Knowledge

/// The JSON report, written sample by sample so that a cohort need not be held.
///
///     output.write(report.head(provenance))
///     for (index, input) in inputs.enumerated() { output.write(report.sample(input, index)) }
///     output.write(report.tail())
///
/// Keys come in a fixed order and nothing depends on the time, so equal input gives equal bytes.
/// The schema is `Schema/report.schema.json`.
public struct JSONReport {
  /// Whether drugs are written; without them the report is one of calls.
  private let hasGuidance: Bool
  private let drugPieces = DrugPieces()
  private let genePieces = GenePieces()
  private let size = SizeHint()

  /// The edition of the layout; a change that breaks a reader raises it.
  public static let layout = "stardose-report/1"

  /// Makes a report of calls, or of calls and guidance.
  public init(guidance hasGuidance: Bool) {
    self.hasGuidance = hasGuidance
  }

  /// What comes before the samples.
  public func head(_ provenance: ReportProvenance) -> String {
    Self.head(provenance, layout: Self.layout)
  }

  /// What comes before the samples of a document of some layout.
  static func head(_ provenance: ReportProvenance, layout: String) -> String {
    var writer = JSONWriter()
    writer.open("{")
    writer.string("layout", layout)
    writer.string("engine", provenance.engine)
    writer.object("knowledge") { json in
      json.string("identity", provenance.knowledgeIdentity)
      json.string("version", provenance.knowledgeVersion)
      json.array("sources", provenance.sources) { json, source in
        json.object { json in
          json.string("name", source.name)
          json.string("version", source.version)
          json.string("licence", source.licence)
          json.string("url", ifAny: source.url)
          json.string("attribution", ifAny: source.attribution)
        }
      }
    }
    writer.object("input") { json in
      json.string("name", provenance.inputName)
      json.string("assembly", provenance.assembly.rawValue)
      json.string("assemblyBasis", ifAny: provenance.assemblyBasis)
      json.strings("options", provenance.options)
      json.strings("notes", provenance.notes)
    }
    writer.key("samples")
    return writer.text + "["
  }

  /// One sample as UTF-8; `index` counts from 0.
  public func sample(_ input: ReportInput, _ index: Int) -> [UInt8] {
    var writer = JSONWriter(depth: 2, after: index == 0 ? "\n    " : ",\n    ")
    writer.reserve(size.bytes)
    writer.object { json in
      json.string("id", input.sampleID)
      if let check = input.check { CheckJSON(check).write(to: &json) }
      json.array("genes", input.genes) { json, gene in
        genePieces.write(
          gene, input.provenance, disagreements: input.disagreements[gene.gene.symbol] ?? [],
          to: &json)
      }
      if hasGuidance {
        let context = ReportContext(input)
        json.array("drugs", input.drugs) { json, drug in
          drugPieces.write(drug, context, to: &json)
        }
        json.array("sideEffectRisks", input.risks) { json, finding in
          RiskJSON(finding).write(to: &json)
        }
      }
    }
    // Samples of a run are of about one size.
    size.bytes = max(size.bytes, writer.count + writer.count / 16)
    return writer.bytes
  }

  /// What comes after the samples.
  public func tail() -> String { Self.tail }

  /// What comes after the samples of a document of any layout.
  static let tail = "\n  ]\n}\n"

  /// A whole report of one sample.
  public func document(_ input: ReportInput) -> String {
    head(input.provenance) + String(decoding: sample(input, 0), as: UTF8.self) + tail()
  }
}

/// How large a sample may become, from those before it.
private final class SizeHint {
  var bytes = 0
}
