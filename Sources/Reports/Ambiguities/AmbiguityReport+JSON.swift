import Genome
import Guidance
import Knowledge
import StarAlleles

extension AmbiguityReport {
  /// An object with the knowledge base's identity and an entry for each gene.
  public func json(identity: String, version: String) -> String {
    var writer = JSONWriter()
    writer.object { json in
      json.string("layout", Self.layout)
      json.object("knowledge") { json in
        json.string("identity", identity)
        json.string("version", version)
      }
      json.array("genes", genes) { json, entry in
        json.object { json in write(entry.found, of: entry.gene, &json) }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ found: GeneAmbiguities, of gene: Gene, _ json: inout JSONWriter) {
    json.string("gene", found.gene)
    json.string("notApplicable", ifAny: found.exemption)
    json.string("caveat", ifAny: found.caveat)
    json.number("haplotypes", found.haplotypeCount)
    json.number("diplotypes", found.diplotypeCount)
    json.number("nameOnly", found.nameOnly.count)
    json.array("ambiguities", listed(found)) { json, ambiguity in
      json.object { json in write(ambiguity, of: gene, &json) }
    }
  }

  private func write(_ ambiguity: Ambiguity, of gene: Gene, _ json: inout JSONWriter) {
    let wording = AmbiguityWording(gene)
    json.string("difference", ambiguity.difference.rawValue)
    json.flag("isPrioritised", ambiguity.isPrioritised)
    json.array("readings", ambiguity.readings) { json, reading in
      json.line { json in
        json.string("diplotype", reading.diplotype.description)
        json.flag("isFirst", reading.isFirst)
        json.strings(
          "phenotypes", reading.lookup.phenotype.map { [$0] } ?? reading.lookup.key.terms)
        json.string("activityScore", ifAny: reading.lookup.activityScore?.description)
      }
    }
    json.array("genotype", ambiguity.genotype.sites) { json, site in
      let position = gene.positions[site.position]
      json.line { json in
        json.string("id", position.id)
        json.string("contig", ifAny: gene.contig?.name)
        json.number("grch38", position.grch38.position.value)
        if let other = position.grch37 { json.number("grch37", other.position.value) }
        json.strings("alleles", wording.alleles(of: site))
      }
    }
    json.number("genotypes", ambiguity.genotype.genotypeCount)
    json.strings("varying", wording.names(ambiguity.genotype.varying))
    guard case .between(let positions) = ambiguity.phase else { return }
    json.strings("decidingPositions", wording.names(positions))
    json.number("bases", wording.span(of: positions))
  }
}
