import Foundation
import Genome
import Knowledge
import KnowledgeCompiler
import TestSupport
import Testing

@testable import Annotation

/// The bundled knowledge base as a source, against what its own tables say.
@Suite struct KnowledgeSourceTests {
  @Test(
    "Every known variant gets its own gene, haplotypes and functions", arguments: Assembly.allCases)
  func everyKnownVariant(assembly: Assembly) async throws {
    let knowledge = try Self.knowledge.get()
    let truth = try Self.truth(of: knowledge, on: assembly)
    #expect(truth.count > 1000)
    let found = try await annotated(truth.map(\.line), on: assembly, knowledge)
    #expect(found.count == truth.count)
    var genesByChange: [String: Set<String>] = [:]
    for expected in truth {
      for change in expected.changes { genesByChange[change, default: []].insert(expected.gene) }
    }
    for (record, expected) in zip(found, truth) {
      for (slot, haplotypes) in expected.haplotypes.enumerated() {
        let genes = Set(record.list("PGX_GENE", slot))
        let place: Comment = "\(expected.line)"
        #expect(genes.isSuperset(of: genesByChange[expected.changes[slot]] ?? []), place)
        if expected.isSubstitution {
          #expect(genes == genesByChange[expected.changes[slot]], place)
        }
        let names = record.list("PGX_ALLELE", slot)
        let functions = record.list("PGX_FUNCTION", slot)
        for (name, function) in haplotypes {
          let index = try #require(names.firstIndex(of: name), place)
          if let function {
            #expect(functions.indices.contains(index) && functions[index] == function, place)
          }
        }
        let drugs = record.list("PGX_DRUGS", slot)
        #expect(drugs.count == record.list("PGX_LEVEL", slot).count, place)
        #expect(Set(drugs).isSuperset(of: expected.drugs), place)
        if let rsid = expected.rsid { #expect(record.list("PGX_RSID", slot).contains(rsid), place) }
      }
    }
  }

  @Test(
    "An indel is found wherever its context allows it to be spelled", arguments: Assembly.allCases)
  func shiftedIndels(assembly: Assembly) async throws {
    let knowledge = try Self.knowledge.get()
    var lines: [String] = []
    var genes: [String] = []
    for gene in try knowledge.allGenes() {
      guard let contig = gene.contig else { continue }
      for position in gene.positions {
        for spelled in Self.spellings(of: position, on: assembly) {
          lines.append("\(contig)\t\(spelled)")
          genes.append(gene.symbol)
        }
      }
    }
    #expect(lines.count > 100)
    let found = try await annotated(lines, on: assembly, knowledge)
    for ((record, gene), line) in zip(zip(found, genes), lines) {
      #expect(record.list("PGX_GENE", 0).contains(gene), "\(line)")
    }
  }

  @Test("Records that name no known change get nothing")
  func nothingKnown() async throws {
    let knowledge = try Self.knowledge.get()
    let truth = try Self.truth(of: knowledge, on: .grch38).prefix(200)
    let lines = truth.flatMap { known -> [String] in
      let cells = known.line.split(separator: "\t")
      return [".", "*", "<NON_REF>", "<DEL>"].map { "\(cells[0])\t\(cells[1])\t\(cells[2])\t\($0)" }
    }
    for record in try await annotated(lines, on: .grch38, knowledge) {
      #expect(record.values.isEmpty)
    }
  }

  @Test("Without an assembly the knowledge base is refused")
  func unknownAssembly() async throws {
    let error = await #expect(throws: AnnotationError.self) {
      _ = try await annotated(["chr1\t1000\tA\tG"], on: nil, Self.knowledge.get())
    }
    #expect(error?.kind == .assembly)
    #expect(error?.description.contains("--assembly") == true)
  }

  @Test(
    "Gradings of all bodies are read, the firmest first",
    arguments: [
      ("Strong", "strong"), ("strong, level A", "strong"), ("moderate, grade B", "moderate"),
      ("conditional", "optional"), ("Testing required", "testing_required"), ("", "ungraded"),
      ("No recommendation", "no_recommendation"), ("level A", "ungraded"),
    ])
  func grades(words: String, grade: String) {
    #expect(GuidanceGrade(words).rawValue == grade)
    #expect(GuidanceGrade.strong < .moderate && .informative < GuidanceGrade.ungraded)
    #expect(
      GuidanceGrade.firmest(of: [(.strong, true), (.optional, false), (.moderate, false)])
        == .moderate)
  }

  // MARK: Truth

  private struct Truth {
    var gene: String
    var line: String
    /// `contig:pos:ref:alt` of each ALT.
    var changes: [String]
    var isSubstitution: Bool
    var haplotypes: [[(name: String, function: String?)]]
    var rsid: String?
    var drugs: Set<String>
  }

  private static let knowledge = Result { () throws -> KnowledgeBase in
    let folder = try TemporaryFolder()
    let path = folder.file("knowledge.stardose")
    _ = try KnowledgeCompilation.compile(
      directory: SharedCases.root.appendingPathComponent("knowledgebase").path, output: path)
    return try KnowledgeBase(path: path)
  }

  /// A record for every position of every gene, as the gene's file spells it.
  private static func truth(of knowledge: KnowledgeBase, on assembly: Assembly) throws -> [Truth] {
    let drugs = try knowledge.allDrugs()
    return try knowledge.allGenes().flatMap { gene -> [Truth] in
      guard let contig = gene.contig else { return [] }
      let own = drugs.filter { drug in
        drug.guidelines.contains {
          $0.rules.contains { $0.conditions.contains { $0.gene == gene.symbol } }
        }
      }
      return gene.positions.enumerated().compactMap { index, position in
        guard let locus = position.locus(on: assembly) else { return nil }
        let reference = position.alleles[locus.referenceIndex]
        let others = position.alleles.indices.filter { $0 != locus.referenceIndex }
        let alternates = others.map { position.alleles[$0] }
        return Truth(
          gene: gene.symbol,
          line:
            "\(contig)\t\(locus.position.value)\t\(reference)\t\(alternates.joined(separator: ","))",
          changes: alternates.map { "\(contig):\(locus.position.value):\(reference):\($0)" },
          isSubstitution: position.alleles.allSatisfy { $0.count == 1 },
          haplotypes: others.map { other in
            gene.alleles.filter { allele in
              allele.cells.contains {
                $0.position == index && $0.accepted & 1 << UInt16(other) != 0
              }
            }.map { allele in
              let name = allele.reportedAs ?? allele.name
              let full = name.hasPrefix("*") ? gene.symbol + name : "\(gene.symbol):\(name)"
              // Two definitions of one name may differ in whether a function is assigned.
              let isAlone = gene.alleles.count { ($0.reportedAs ?? $0.name) == name } == 1
              return (spelled(full), isAlone ? allele.function.map(spelled) : nil)
            }
          },
          rsid: position.rsid, drugs: Set(own.map(\.id)))
      }
    }
  }

  private static func spelled(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case " ": result += "_"
      case ",": result += "%2C"
      case ";": result += "%3B"
      case "=": result += "%3D"
      case "|": result += "%7C"
      case "%": result += "%25"
      default: result.append(character)
      }
    }
    return result
  }

  /// Every record that turns the context into the same bases, found by trying each place.
  private static func spellings(
    of position: DefiningPosition, on assembly: Assembly
  ) -> [String] {
    guard let locus = position.locus(on: assembly), let context = locus.context else { return [] }
    let known = Array(context.bases)
    let offset = locus.position.value - context.start.value
    let reference = Array(position.alleles[locus.referenceIndex])
    guard offset >= 0, offset + reference.count <= known.count else { return [] }
    return position.alleles.filter { $0 != String(reference) }.flatMap { alternate -> [String] in
      let changed =
        Array(known[..<offset]) + Array(alternate) + Array(known[(offset + reference.count)...])
      let difference = changed.count - known.count
      return (1..<known.count).compactMap { place -> String? in
        let anchor = known[place - 1]
        let start = context.start.value + place - 1
        if difference < 0 {
          let gone = -difference
          guard place + gone <= known.count, gone == reference.count - alternate.count,
            Array(known[..<place] + known[(place + gone)...]) == changed
          else { return nil }
          return "\(start)\t\(String(known[(place - 1)..<(place + gone)]))\t\(anchor)"
        }
        guard difference > 0 else { return nil }
        let come = changed[place..<(place + difference)]
        guard Array(known[..<place] + come + known[place...]) == changed else { return nil }
        return "\(start)\t\(anchor)\t\(anchor)\(String(come))"
      }
    }
  }

  // MARK: Runs

  private struct Record {
    var values: [Substring: [Substring]]

    /// The list of one ALT's slot.
    func list(_ key: String, _ slot: Int) -> [String] {
      guard let slots = values[key[...]], slots.indices.contains(slot), slots[slot] != "." else {
        return []
      }
      return slots[slot].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func annotated(
    _ lines: [String], on assembly: Assembly?, _ knowledge: KnowledgeBase
  ) async throws -> [Record] {
    let folder = try TemporaryFolder()
    let head = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    let records = lines.map { line in
      let cells = line.split(separator: "\t")
      return "\(cells[0])\t\(cells[1])\t.\t\(cells[2])\t\(cells[3])\t.\t.\t.\n"
    }
    let input = try folder.write(Array((head + records.joined()).utf8), to: "in.vcf")
    var job = AnnotationJob(
      input: input, sources: [.knowledge(try SourceSpecification(parsing: "knowledge"), knowledge)])
    job.assembly = assembly
    job.output = folder.file("out.vcf")
    _ = try await job.run()
    let output = String(decoding: try Data(contentsOf: folder.url("out.vcf")), as: UTF8.self)
    return output.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let info = line.split(separator: "\t")[7]
      var values: [Substring: [Substring]] = [:]
      for part in info.split(separator: ";") where part != "." {
        let sides = part.split(separator: "=", maxSplits: 1)
        values[sides[0]] = sides.last?.split(separator: ",", omittingEmptySubsequences: false)
      }
      return Record(values: values)
    }
  }
}
