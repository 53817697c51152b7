import Guidance
import Knowledge
import StarAlleles

/// The JSON form of a review, the same for the command line and the service.
///
/// Keys come in a fixed order and nothing depends on the time, so equal input gives equal bytes. The
/// schema is `Schema/review.schema.json`.
public struct ReviewJSON {
  /// The edition of the layout; a change that breaks a reader raises it.
  public static let layout = "stardose-review/1"

  private let input: ReviewInput

  /// Makes the JSON form of a review.
  public init(_ input: ReviewInput) { self.input = input }

  /// The whole document.
  public var document: String {
    var writer = JSONWriter()
    writer.object { json in
      json.string("layout", Self.layout)
      json.string("engine", input.engine)
      json.object("knowledge") { json in
        json.string("identity", input.knowledgeIdentity)
        json.string("version", input.knowledgeVersion)
      }
      json.string("patient", ifAny: input.patientID)
      FactsJSON(input.review.facts).write("facts", to: &json)
      json.array("genes", input.results) { json, result in write(result, &json) }
      json.array("medications", input.medications) { json, line in write(line, &json) }
      json.array("notRecognised", input.review.notRecognised) { json, line in
        json.object { json in
          json.string("text", line.text)
          json.array("suggestions", line.suggestions) { json, match in
            json.line { json in write(match, &json) }
          }
        }
      }
      json.array("conversions", input.review.conversions) { json, conversion in
        write(conversion, &json)
      }
      json.array("answers", input.review.answers) { json, answer in write(answer, &json) }
      json.strings("remarks", input.remarks)
    }
    return writer.text + "\n"
  }

  private func write(_ result: GeneResult, _ json: inout JSONWriter) {
    json.line { json in
      json.string("gene", result.gene.symbol)
      json.string("status", result.call.status.word)
      json.strings("diplotypes", result.call.diplotypes.map(\.description))
      json.strings("phenotypes", result.phenotypes)
      json.optionals("activityScores", result.activityScores.map { $0?.description })
    }
  }

  private func write(_ line: ListedMedication, _ json: inout JSONWriter) {
    json.line { json in
      json.string("text", line.text)
      if let match = line.match { write(match, &json) }
    }
  }

  private func write(_ match: MedicineMatch, _ json: inout JSONWriter) {
    json.string("medicine", match.medicine.id)
    json.string("name", match.medicine.name)
    json.string("matchedName", match.matchedName)
    json.string("nameKind", match.nameKind.rawValue)
    json.number("slips", match.quality.slips)
    json.flag("hasGuidance", match.hasGuidance)
  }

  private func write(_ conversion: Phenoconversion, _ json: inout JSONWriter) {
    json.object { json in
      json.string("gene", conversion.gene)
      json.string("genotypePhenotype", ifAny: conversion.genotypePhenotype)
      json.string("effectivePhenotype", ifAny: conversion.effectivePhenotype)
      json.flag("isLikelyOnly", conversion.isLikelyOnly)
      json.strings("causes", conversion.causes)
      json.sentence("sentence", conversion.sentence)
    }
  }

  private func write(_ answer: MedicationAnswer, _ json: inout JSONWriter) {
    json.object { json in
      json.string("text", answer.text)
      json.string("medicine", answer.medicine)
      json.string("name", answer.name)
      json.string("rxnorm", ifAny: answer.rxnorm)
      json.string("state", answer.state.rawValue)
      json.sentence("action", answer.action)
      json.array("alternatives", answer.alternatives) { json, alternative in
        json.object { json in
          json.string("medicine", alternative.medicine)
          json.string("name", alternative.name)
          json.string("state", alternative.state.rawValue)
          json.sentence("note", alternative.note)
        }
      }
      json.sentences("dose", answer.dose)
      json.sentences("why", answer.why)
      json.array("sources", answer.sources) { json, opinion in
        json.object { json in
          json.string("source", opinion.source)
          json.string("strength", ifAny: opinion.strength)
          json.string("version", ifAny: opinion.version)
          json.string("url", ifAny: opinion.url)
          json.string("population", ifAny: opinion.population)
          json.string("state", opinion.state.rawValue)
          json.sentence("sentence", opinion.sentence)
        }
      }
      json.sentences("wouldChange", answer.wouldChange)
      json.sentences("notTested", answer.notTested)
      json.array("findings", answer.findings) { json, finding in
        json.object { json in
          json.string("kind", finding.kind.rawValue)
          json.string("state", finding.state.rawValue)
          json.strings("partners", finding.partners)
          json.strings("genes", finding.genes)
          json.sentence("sentence", finding.sentence)
        }
      }
    }
  }
}

extension MedicineMatch.Quality {
  /// The number of typing slips the name was read over; -1 where it only begins with the text.
  var slips: Int {
    switch self {
    case .exact: 0
    case .beginning: -1
    case .similar(let slips): slips
    }
  }
}
