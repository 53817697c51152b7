import Evidence
import Genome

/// A sample check as a member of a JSON document.
struct CheckJSON {
  private let check: SampleCheck
  private let wording: CheckWording
  private let listsGenes: Bool

  /// - Parameter listsGenes: whether the coverage of each gene is written too; a report has it in its
  ///   genes.
  init(_ check: SampleCheck, listsGenes: Bool = false) {
    self.check = check
    self.listsGenes = listsGenes
    wording = CheckWording(assembly: check.assembly)
  }

  /// Writes the member `check` of the object that is open.
  func write(to json: inout JSONWriter) {
    json.object("check") { json in
      json.string("verdict", check.verdict.rawValue)
      json.array("reasons", check.reasons) { json, reason in write(reason, &json) }
      json.string("assembly", check.assembly.rawValue)
      json.string("assemblyBasis", ifAny: check.assemblyBasis)
      writeCoverage(&json)
      if let agreement = check.reference {
        json.object("reference") { json in
          json.number("agreeing", agreement.agreeing)
          json.number("disagreeing", agreement.disagreeing)
        }
      }
      if let sex = check.sex {
        json.object("sex") { json in
          if let count = sex.xChromosomes { json.number("xChromosomes", count) }
          if let hasY = sex.hasY { json.flag("hasY", hasY) }
          json.string("source", sex.source)
          if !sex.contradictions.isEmpty {
            json.array("contradictions", sex.contradictions) { json, other in
              json.line { json in
                json.number("xChromosomes", other.xChromosomes)
                json.string("source", other.source)
              }
            }
          }
        }
      }
      writeBalance(&json)
      writePhase(&json)
      writeReads(&json)
    }
  }

  private func write(_ reason: CheckReason, _ json: inout JSONWriter) {
    json.line { json in
      json.string("finding", reason.finding.name)
      json.string("weight", reason.weight.rawValue)
      json.string("text", wording.sentence(reason))
      json.strings("genes", reason.finding.genes)
    }
  }

  private func writeCoverage(_ json: inout JSONWriter) {
    json.object("coverage") { json in
      write("positions", check.positions, &json)
      write("required", check.required, &json)
      write("tierOne", check.tierOne, &json)
      guard listsGenes else { return }
      json.array("genes", check.genes) { json, gene in
        json.line { json in
          json.string("gene", gene.gene)
          json.flag("isDecisive", gene.isDecisive)
          write("positions", gene.positions, &json)
          if gene.required.total > 0 { write("required", gene.required, &json) }
          if gene.tierOne.total > 0 { write("tierOne", gene.tierOne, &json) }
        }
      }
    }
  }

  private func write(_ key: String, _ tally: PositionTally, _ json: inout JSONWriter) {
    json.object(key) { json in
      json.number("total", tally.total)
      json.number("observed", tally.observed)
      json.array("missing", tally.causes) { json, entry in
        json.line { json in
          json.string("cause", entry.cause.rawValue)
          json.number("count", entry.count)
        }
      }
    }
  }

  private func writeBalance(_ json: inout JSONWriter) {
    let balance = check.balance
    json.object("alleleBalance") { json in
      json.number("sites", balance.sites)
      json.number("withSecondAllele", balance.withSecondAllele)
      json.number("skewed", balance.skewed)
      json.array("minorShares", Array(balance.shares.enumerated())) { json, bin in
        json.line { json in
          json.number("fromPercent", 5 * bin.offset)
          json.number("sites", bin.element)
        }
      }
      json.number("homozygousVariants", balance.homozygousVariants)
      json.number("homozygousReads", balance.homozygousReads)
      json.number("foreignReads", balance.foreignReads)
      json.number("strays", balance.strays)
      json.number("strayGenes", balance.strayGenes)
      json.flag("isSkewTold", balance.skew != nil)
      json.flag("isForeignShareTold", balance.foreignShare != nil)
    }
  }

  private func writePhase(_ json: inout JSONWriter) {
    let phase = check.phase
    json.object("phase") { json in
      json.number("heterozygous", phase.heterozygous)
      json.number("phased", phase.phased)
      json.number("tiedByReads", phase.tiedByReads)
      json.array("gaps", phase.gaps) { json, gap in
        json.line { json in
          json.string("gene", gap.gene)
          json.string("first", gap.first)
          json.string("second", gap.second)
          json.number("distance", gap.distance)
        }
      }
    }
  }

  private func writeReads(_ json: inout JSONWriter) {
    if let tally = check.reads {
      json.object("reads") { json in
        json.number("count", tally.reads)
        json.number("duplicates", tally.duplicates)
        json.number("unsurePlaces", tally.unsurePlaces)
        if let length = tally.meanLength { json.number("meanLength", length) }
        if let length = tally.medianFragmentLength { json.number("medianFragmentLength", length) }
        if let depths = check.depths {
          json.number("positions", depths.positions)
          json.number("fragments", depths.fragments)
          json.number("coveredDepth", depths.coveredDepth)
          json.number("covered", depths.covered)
        }
      }
    }
    if let agreement = check.agreement {
      json.object("recordsAndReads") { json in
        json.number("agreeingVariants", agreement.agreeingVariants)
        json.number("contradictions", agreement.contradictions)
      }
    }
  }
}
