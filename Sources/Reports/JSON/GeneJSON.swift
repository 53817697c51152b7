import Evidence
import Genome
import Guidance
import Knowledge
import StarAlleles

/// One gene's part of the JSON report.
struct GeneJSON {
  private let result: GeneResult
  private let assembly: Assembly
  private let isGuided: Bool
  private let wording: CallWording
  private let disagreements: [ReadDisagreement]

  init(
    _ result: GeneResult, _ provenance: ReportProvenance, disagreements: [ReadDisagreement] = []
  ) {
    self.result = result
    self.disagreements = disagreements
    assembly = provenance.assembly
    isGuided = provenance.isGuided(result.gene.symbol)
    wording = CallWording(gene: result.gene, assembly: assembly)
  }

  /// Whether nothing was seen of the gene and no advice depends on it, so that the reason says it all
  /// and the same can be written for every such sample.
  var isSilent: Bool {
    !isGuided && disagreements.isEmpty && result.call.status == .notCalled(.noData)
  }

  func write(to json: inout JSONWriter) {
    let call = result.call
    json.object { json in
      json.string("gene", call.gene)
      json.flag("hasGuideline", isGuided)
      json.string("evidenceLevel", ifAny: result.gene.literature?.clinpgxLevel)
      json.string("status", call.status.word)
      if !call.statedBy.isEmpty { json.strings("statedBy", call.statedBy) }
      json.strings("diplotypes", call.diplotypes.lazy.map(\.description))
      json.strings("haplotypes", call.components)
      json.strings("lookup", call.lookup.lazy.map(\.description))
      json.strings("phenotypes", result.phenotypes)
      json.optionals("activityScores", result.activityScores.map { $0?.description })
      json.string("reason", ifAny: call.status.reason.map(wording.sentence))
      json.flag("isPhased", call.isPhased)
      json.flag("inferred", call.isLookupInferred)
      json.strings("notes", wording.notes(of: result))
      writeLookups(&json)
      json.strings("compatible", call.compatible.lazy.map(\.description))
      writePossible(&json)
      writePositions(&json)
      writeReads(&json)
      StructureJSON(call).write(to: &json)
      writePhase(&json)
      writeEvidence(&json)
    }
  }

  private func writeLookups(_ json: inout JSONWriter) {
    json.array("results", result.lookups) { json, lookup in
      json.line { json in
        json.string("diplotype", ifAny: lookup.diplotype?.description)
        json.optionals("functions", lookup.functions)
        json.strings("phenotypes", lookup.phenotype.map { [$0] } ?? lookup.key.terms)
        json.string("activityScore", ifAny: lookup.activityScore?.description)
        json.string("basis", lookup.basis.rawValue)
      }
    }
  }

  private func writePossible(_ json: inout JSONWriter) {
    json.array("possible", result.possible) { json, possibility in
      json.line { json in
        let lookup = possibility.lookup
        json.strings("phenotypes", lookup.phenotype.map { [$0] } ?? lookup.key.terms)
        json.string("activityScore", ifAny: lookup.activityScore?.description)
        json.number("diplotypes", possibility.diplotypes.count)
      }
    }
  }

  private func writePositions(_ json: inout JSONWriter) {
    let call = result.call
    json.array("missingPositions", isSilent ? [] : call.missing) { json, index in
      json.line { json in
        write(position: index, &json)
        if call.evidence.indices.contains(index), case .noData(let reason) = call.evidence[index] {
          json.string("reason", wording.phrase(reason))
          if let support = reason.readSupport, result.gene.positions.indices.contains(index) {
            write(ReadCounts(support, result.gene.positions[index]), &json)
          }
        }
      }
    }
    json.strings("deciding", call.deciding.lazy.map(wording.name))
  }

  /// The positions where something other than the reference was seen.
  private func writeEvidence(_ json: inout JSONWriter) {
    let variant = VariantEvidence.positions(in: result, assembly: assembly)
    json.array("evidence", variant) { json, found in
      json.line { json in
        write(position: found.index, &json)
        json.strings("alleles", found.alleles)
        json.string("phase", found.phase)
        json.string("basis", found.basis)
        if let reads = found.reads { write(reads, &json) }
        if let trace = found.trace { write(trace, &json) }
      }
    }
  }

  /// What the gene's positions rest on where reads were looked at, and where they contradict records.
  private func writeReads(_ json: inout JSONWriter) {
    if let basis = ReadBasis(result.call.evidence), !isSilent {
      json.object("basis") { json in
        json.number("reads", basis.reads)
        json.number("recordsAndReads", basis.both)
        json.number("records", basis.records)
        json.number("meanDepth", (basis.meanDepth * 10).rounded() / 10)
        json.number("leastDepth", basis.leastDepth)
        json.number("leastConfidence", basis.leastConfidence)
      }
    }
    guard !disagreements.isEmpty else { return }
    let words = ReadWording(result, disagreements: disagreements, assembly: assembly)
    json.array("disagreements", disagreements) { json, found in
      json.line { json in
        write(position: found.position, &json)
        json.string("outcome", found.outcome.rawValue)
        json.string("text", words.sentence(found))
        if result.gene.positions.indices.contains(found.position) {
          write(ReadCounts(found.reads, result.gene.positions[found.position]), &json)
        }
        if let trace = found.record { write(trace, &json) }
      }
    }
  }

  private func write(_ trace: RecordTrace, _ json: inout JSONWriter) {
    json.object("record") { json in
      if let ordinal = trace.ordinal { json.number("number", ordinal) }
      json.string("chrom", trace.contigName)
      json.number("pos", trace.position.value)
      json.string("ref", trace.reference)
      json.string("alt", trace.alternates)
      json.string("gt", trace.genotype)
      if let depth = trace.depth { json.number("depth", depth) }
      if let quality = trace.genotypeQuality { json.number("genotypeQuality", quality) }
    }
  }

  private func writePhase(_ json: inout JSONWriter) {
    guard let phase = result.call.readPhase else { return }
    json.object("readPhase") { json in
      json.array("sets", phase.sets) { json, set in
        json.line { json in
          json.number("number", set.number)
          json.strings("positions", set.positions.lazy.map(wording.name))
        }
      }
      json.array("links", phase.links) { json, link in write(link, &json) }
      json.array("gaps", phase.gaps) { json, gap in
        json.line { json in
          json.string("first", wording.name(gap.first))
          json.string("second", wording.name(gap.second))
          json.number("distance", gap.distance)
        }
      }
      json.array("contradictions", phase.contradictions) { json, link in write(link, &json) }
    }
  }

  private func write(_ link: ReadPhase.Link, _ json: inout JSONWriter) {
    json.line { json in
      json.string("first", wording.name(link.first))
      json.string("second", wording.name(link.second))
      json.number("agreeing", link.agreeing)
      json.number("disagreeing", link.disagreeing)
      json.number("confidence", link.confidence)
    }
  }

  private func write(_ counts: ReadCounts, _ json: inout JSONWriter) {
    json.object("reads") { json in
      json.number("depth", counts.support.depth)
      json.array("alleles", counts.alleles) { json, allele in
        json.line { json in
          json.string("allele", allele.sequence)
          json.number("forward", allele.reads.forward)
          json.number("reverse", allele.reads.reverse)
        }
      }
      json.number("uninformative", counts.support.uninformative)
      json.number("setAside", counts.support.setAside)
      json.number("baseQuality", counts.support.meanBaseQuality)
      json.number("mappingQuality", counts.support.meanMappingQuality)
      json.number("confidence", counts.support.confidence)
    }
  }

  private func write(position index: Int, _ json: inout JSONWriter) {
    guard result.gene.positions.indices.contains(index) else { return }
    let position = result.gene.positions[index]
    json.string("id", position.id)
    json.string("hgvs", ifAny: position.hgvs)
    json.string("contig", ifAny: result.gene.contig?.name)
    json.number("grch38", position.grch38.position.value)
    if let other = position.grch37 { json.number("grch37", other.position.value) }
  }
}
