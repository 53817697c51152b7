import Guidance
import Knowledge
import StarAlleles

/// One drug's part of the JSON report.
struct DrugJSON {
  private let guidance: DrugGuidance
  private let context: ReportContext
  private let pieces: RulePieces

  /// Makes a part; `pieces` are those of the run.
  init(_ guidance: DrugGuidance, _ context: ReportContext, _ pieces: RulePieces) {
    self.guidance = guidance
    self.context = context
    self.pieces = pieces
  }

  private func key(_ part: RulePieces.Part, _ entry: GuidanceEntry, _ rule: String? = nil)
    -> RulePieces.Key
  {
    RulePieces.Key(
      part: part, drug: guidance.drug.id,
      guideline: "\(entry.guideline.source) \(entry.guideline.id)", rule: rule)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.string("drug", guidance.drug.name)
      json.string("id", guidance.drug.id)
      json.string("rxnorm", ifAny: guidance.drug.rxnorm)
      json.strings("atc", guidance.drug.atc)
      json.string("state", guidance.state.rawValue)
      json.flag("isPartlyAssessed", guidance.isPartlyAssessed)
      json.strings("missingGenes", guidance.missingGenes)
      json.array("guidance", guidance.entries) { json, entry in write(entry, &json) }
      writeDependence(&json)
    }
  }

  private func write(_ entry: GuidanceEntry, _ json: inout JSONWriter) {
    json.object { json in
      if let rule = entry.rule {
        pieces.write(key(.saying, entry, rule.id), to: &json) { json in
          say(entry, EntryWording(entry, drug: guidance.drug, context), &json)
        }
        json.strings(
          "implications",
          ImplicationWording.sentences(rule.implications, genes: entry.matchedGenes))
      } else {
        let said = EntryWording(entry, drug: guidance.drug, context)
        say(entry, said, &json)
        json.strings("implications", said.implications)
        json.string("remedy", ifAny: said.remedy)
      }
      json.string("population", ifAny: entry.population)
      json.string("strength", ifAny: entry.rule?.strength)
      json.flag("isConditional", entry.isConditional)
      json.array("genes", entry.matchedGenes) { json, gene in
        json.line { json in
          json.string("gene", gene.gene)
          json.string("diplotype", ifAny: gene.diplotype?.description)
          json.strings("phenotypes", gene.terms)
          json.string("activityScore", ifAny: gene.activityScore?.description)
        }
      }
      json.array("missingGenes", entry.gaps) { json, gap in
        json.line { json in
          json.string("gene", gap.gene)
          json.string("reason", context.notAssessed.sentence(gap))
        }
      }
      if let rule = entry.rule {
        json.array("alternatives", rule.alternatives) { json, id in
          json.line { json in
            json.string("id", id)
            json.string("name", context.name(id))
            json.string("state", ifAny: context.states[id]?.rawValue)
          }
        }
        pieces.write(key(.fields, entry, rule.id), to: &json) { json in write(rule, &json) }
      }
      pieces.write(key(.guideline, entry), to: &json) { json in write(entry.guideline, &json) }
    }
  }

  private func say(_ entry: GuidanceEntry, _ said: EntryWording, _ json: inout JSONWriter) {
    json.string("source", entry.guideline.source)
    json.string("action", entry.rule?.action.rawValue ?? "notAssessed")
    json.string("state", entry.state.rawValue)
    json.string("headline", said.headline)
    json.string("text", said.text)
  }

  private func write(_ guideline: Guideline, _ json: inout JSONWriter) {
    json.object("guideline") { json in
      json.string("id", guideline.id)
      json.string("url", ifAny: guideline.url)
      json.string("version", guideline.version)
      json.string("licence", guideline.licence)
      json.strings("genes", guideline.genes)
      json.strings("citations", guideline.citations)
      json.string("remark", ifAny: guideline.remark)
    }
  }

  private func write(_ rule: GuidanceRule, _ json: inout JSONWriter) {
    json.object("rule") { json in
      json.string("id", rule.id)
      json.flag("consider", rule.isConsideration)
      json.strings("also", rule.alsoActions.map(\.rawValue))
      json.array("doses", rule.doses) { json, dose in
        json.line { json in
          json.string("phase", dose.phase.rawValue)
          json.string("quantity", dose.quantity.rawValue)
          json.number("low", dose.low)
          if let high = dose.high { json.number("high", high) }
          json.string("unit", ifAny: dose.unit)
        }
      }
      json.string("alternativeKind", ifAny: rule.alternativeKind)
      json.strings("excludedAlternatives", rule.excludedAlternatives)
      json.strings("monitor", rule.monitoring.map(\.rawValue))
      json.array("implications", rule.implications) { json, implication in
        json.line { json in
          json.string("gene", implication.gene.isEmpty ? "all" : implication.gene)
          json.string("effect", implication.effect.rawValue)
        }
      }
      json.string("remark", ifAny: rule.remark)
      json.strings("rows", rule.sourceRows)
    }
  }

  private func writeDependence(_ json: inout JSONWriter) {
    let found = guidance.dependence
    json.object("dependence") { json in
      json.flag("agrees", found.agrees)
      json.string("text", ifAny: DependenceWording(found, context).text)
      json.flag("isIncomplete", found.isIncomplete)
      json.array("branches", found.agrees ? [] : found.branches) { json, branch in
        json.object { json in
          json.string("state", branch.state.rawValue)
          json.strings("rules", branch.rules)
          json.array("cases", branch.cases) { json, parts in
            json.line { json in
              json.array("genes", parts) { json, part in
                json.object { json in
                  json.string("gene", part.gene)
                  json.strings("phenotypes", part.terms)
                  json.string("activityScore", ifAny: part.activityScore?.description)
                  json.number("diplotypes", part.count)
                  json.string("example", ifAny: part.example?.description)
                }
              }
            }
          }
        }
      }
      json.array("deciding", found.deciding) { json, position in
        json.line { json in
          json.string("gene", position.gene)
          json.string("position", context.wording(position.gene)?.name(position.position) ?? "")
        }
      }
    }
  }
}
