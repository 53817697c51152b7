import Guidance
import Knowledge
import StarAlleles

/// One side-effect risk of a sample in the JSON report.
struct RiskJSON {
  private let finding: RiskFinding

  init(_ finding: RiskFinding) { self.finding = finding }

  func write(to json: inout JSONWriter) {
    let risk = finding.risk
    let wording = RiskWording(risk)
    json.object { json in
      json.string("id", "\(risk.topic) \(risk.id)")
      json.strings("medicines", risk.medicines)
      json.string("reaction", risk.reaction)
      json.string("severity", risk.severity.rawValue)
      json.string("certainty", finding.certainty.rawValue)
      json.string("state", wording.state)
      json.string("class", ifAny: risk.riskClass?.rawValue)
      json.flag("contraindicated", risk.isContraindicated)
      json.string("onset", ifAny: risk.onset)
      json.string("text", wording.text)
      json.array("genes", finding.matchedGenes) { json, gene in
        json.line { json in
          json.string("gene", gene.gene)
          json.string("diplotype", ifAny: gene.diplotype?.description)
          json.strings("phenotypes", gene.terms)
        }
      }
      json.array("estimates", risk.estimates) { json, estimate in
        json.line { json in
          json.string("measure", estimate.measure.rawValue)
          json.string("unit", ifAny: estimate.measure.isPercentage ? "percent" : nil)
          if let value = estimate.value { json.number("value", value) }
          if let low = estimate.interval?.low { json.number("low", low) }
          if let high = estimate.interval?.high { json.number("high", high) }
          json.string("population", ifAny: estimate.population)
          json.string("source", estimate.source)
          json.string("basis", estimate.basis.rawValue)
        }
      }
      json.array("sources", risk.sources) { json, source in
        json.line { json in
          json.string("name", source.name)
          json.string("detail", ifAny: source.detail)
          json.string("version", ifAny: source.version)
          json.string("licence", ifAny: source.licence)
        }
      }
    }
  }
}
