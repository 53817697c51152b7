import Genome
import StarAlleles

/// What reads say of a gene's copies, as members of its JSON object.
struct StructureJSON {
  private let call: GeneCall

  init(_ call: GeneCall) { self.call = call }

  func write(to json: inout JSONWriter) {
    if let finding = call.structure { write(finding, &json) }
    for case .copies(let note) in call.notes { write(note, &json) }
  }

  private func write(_ finding: StructureFinding, _ json: inout JSONWriter) {
    json.object("structure") { json in
      json.array("copies", finding.copies) { json, copies in
        json.line { json in
          json.string("name", copies.name)
          json.number("count", copies.count)
        }
      }
      json.array("arrangements", finding.arrangements) { json, fitting in
        json.line { json in
          json.string("diplotype", fitting.diplotype.description)
          json.number("probability", Self.rounded(fitting.probability, 10_000))
        }
      }
      json.string("reason", ifAny: finding.reason)
      json.number("reads", finding.evidence.reads)
      json.flag("isLongRead", finding.evidence.isLongRead)
      write("stableDepth", finding.evidence.stableDepth, &json)
      write("totalCopies", finding.evidence.totalCopies, &json)
      write("spacerCopies", finding.evidence.spacerCopies, &json)
      json.array("regions", finding.evidence.regions) { json, region in
        json.line { json in
          json.string("contig", region.interval.contig.name)
          json.number("start", region.interval.start.value)
          json.number("end", region.interval.end.value)
          json.number("geneFragments", region.geneFragments)
          json.number("paralogFragments", region.paralogFragments)
          write("geneCopies", region.geneCopies, &json)
        }
      }
    }
  }

  private func write(_ note: CopyNote, _ json: inout JSONWriter) {
    json.object("copyNumber") { json in
      json.string("conclusion", note.conclusion.name)
      write("confidence", note.confidence, &json)
      json.array("parts", note.parts) { json, part in
        json.line { json in
          json.string("name", part.name)
          if let place = part.place {
            json.string("contig", place.contig.name)
            json.number("start", place.start.value)
            json.number("end", place.end.value)
          } else if let place = part.alternate {
            json.string("contig", place.sequence.accession)
            json.number("start", place.start.value)
            json.number("end", place.end.value)
          }
          write("depth", part.depth, &json)
          write("standardError", part.standardError, &json)
          if let copies = part.copies { json.number("copies", copies) }
        }
      }
    }
  }

  private func write(_ key: String, _ value: Double?, _ json: inout JSONWriter) {
    if let value { json.number(key, Self.rounded(value, 1000)) }
  }

  private static func rounded(_ value: Double, _ scale: Double) -> Double {
    (value * scale).rounded() / scale
  }
}

extension CopyNote.Conclusion {
  /// The conclusion's name in JSON.
  fileprivate var name: String {
    switch self {
    case .twoCopies: "twoCopies"
    case .event: "event"
    case .unexplained: "unexplained"
    case .notTold: "notTold"
    }
  }
}
