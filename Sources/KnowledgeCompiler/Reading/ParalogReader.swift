internal import Genome
internal import Knowledge

/// Reads `paralogs/<GENE>/`: `facts.yaml`, `templates.fa` and `differences.tsv`.
struct ParalogReader {
  let folder: SourceFolder
  let gene: String

  private var path: String { "paralogs/\(gene)" }

  /// The facts of the gene; nil if there are none, or if too much is wrong, which is reported.
  func read() -> Located<ParalogFacts>? {
    let file = SourceFile(name: "\(path)/facts.yaml", findings: folder.findings)
    guard folder.has(file.name), let root = folder.root(of: file),
      let fields = root.fields(
        of: "the facts of a paralog", "gene", "paralog", "contig", "sources", "laid", "body",
        "spacer", "deletion", "hybrids", "commonArrangements", "readRegions", "stableRegions"),
      let symbol = fields.requiredText("gene"), let paralog = fields.requiredText("paralog"),
      let contigName = fields.requiredText("contig"), let contig = Contig(name: contigName),
      let laid = laid(fields), let body = range(fields, "body"),
      let spacer = range(fields, "spacer"), let deletion = fields.requiredText("deletion")
    else { return nil }
    let sequences = templates(of: [symbol, paralog])
    guard let own = sequences[symbol], let other = sequences[paralog] else { return nil }
    let facts = ParalogFacts(
      gene: symbol, paralog: paralog, contig: contig, geneSequence: own, paralogSequence: other,
      decoys: sequences.filter { $0.key != symbol && $0.key != paralog }.map(\.value)
        .sorted { $0.start < $1.start },
      laid: laid, differences: differences(), body: body, spacer: spacer, deletion: deletion,
      hybrids: fields.list("hybrids").compactMap(hybrid),
      commonArrangements: fields.texts("commonArrangements"),
      readRegions: regions(fields, "readRegions", contig),
      stableRegions: regions(fields, "stableRegions", contig),
      sources: FactSourceReader.read(fields.requiredList("sources")))
    return Located(value: facts, file: file, line: root.line)
  }

  private func laid(_ fields: SourceFields) -> LaidSequence? {
    guard
      let laid = fields.required("laid")?.fields(
        of: "'laid'", "paralogStart", "geneStart", "runs"),
      let paralogStart = laid.integer("paralogStart"), let geneStart = laid.integer("geneStart"),
      let text = laid.requiredText("runs")
    else { return nil }
    guard let runs = LaidSequence.runs(text) else {
      laid["runs"]?.error("'runs' is no alignment", remedy: "write lengths with M, I and D")
      return nil
    }
    return LaidSequence(paralogStart: paralogStart, geneStart: geneStart, runs: runs)
  }

  private func range(_ fields: SourceFields, _ name: String) -> ClosedRange<Int>? {
    guard let value = fields.required(name) else { return nil }
    return range(value, "'\(name)'")
  }

  private func range(_ value: SourceValue, _ what: String) -> ClosedRange<Int>? {
    let ends = value.texts(what).compactMap { Int($0.text) }
    guard ends.count == 2, ends[0] >= 1, ends[0] <= ends[1] else {
      value.error("\(what) must be two coordinates, the lower first", remedy: "write [a, b]")
      return nil
    }
    return ends[0]...ends[1]
  }

  private func regions(_ fields: SourceFields, _ name: String, _ contig: Contig)
    -> [Assembly: [GenomicInterval]]
  {
    var regions: [Assembly: [GenomicInterval]] = [:]
    for (key, value) in fields.required(name)?.entries("'\(name)'") ?? [] {
      guard let assembly = Assembly(rawValue: key.text) else {
        fields.file.error(
          key.line, "an assembly is not known", found: key.text, remedy: "use GRCh37 or GRCh38")
        continue
      }
      regions[assembly] = value.list("'\(name)' of an assembly").compactMap { item in
        range(item, "an interval of '\(name)'").flatMap { range in
          guard let start = Position(range.lowerBound), let end = Position(range.upperBound) else {
            return nil
          }
          return GenomicInterval(contig: contig, start: start, end: end)
        }
      }
    }
    return regions
  }

  private func hybrid(_ item: SourceValue) -> HybridGene? {
    guard
      let fields = item.fields(
        of: "a hybrid", "name", "paralogSide", "switchRange", "spacer", "standsAlone", "backbones",
        "variants",
        "source"),
      let name = fields.requiredText("name"),
      let side = fields.requiredName("paralogSide", of: HybridGene.Side.self),
      let switchRange = range(fields, "switchRange"),
      let spacer = fields.requiredName("spacer", of: HybridGene.Spacer.self),
      let source = fields.requiredText("source")
    else { return nil }
    return HybridGene(
      name: name, paralogSide: side, switchRange: switchRange, spacer: spacer,
      standsAlone: fields.flag("standsAlone"), backbones: fields.texts("backbones"),
      variants: fields.list("variants").compactMap(variant),
      source: source)
  }

  private func variant(_ item: SourceValue) -> HybridGene.Variant? {
    guard let fields = item.fields(of: "a variant", "position", "change"),
      let position = fields.integer("position"), let change = fields.requiredText("change")
    else { return nil }
    let bases = change.split(separator: ">").map(String.init)
    guard bases.count == 2, bases.allSatisfy({ ["A", "C", "G", "T"].contains($0) }) else {
      item.error("a change is no base for another", found: change, remedy: "write it as G>A")
      return nil
    }
    return HybridGene.Variant(position: position, reference: bases[0], alternate: bases[1])
  }

  private func templates(of symbols: [String]) -> [String: SequenceContext] {
    let file = SourceFile(name: "\(path)/templates.fa", findings: folder.findings)
    var found: [String: SequenceContext] = [:]
    var current: String?
    for (index, line) in (folder.text(of: file) ?? "").split(separator: "\n").enumerated() {
      if line.hasPrefix(">") {
        let words = line.dropFirst().split(separator: " ")
        let start = words.last?.split(separator: ":").last?.split(separator: "-").first
        guard let symbol = words.first, let number = start.flatMap({ Int($0) }),
          let position = Position(number)
        else {
          file.error(
            index + 1, "a sequence has no name and place", found: String(line),
            remedy: "write >SYMBOL GRCh38 contig:start-end")
          return [:]
        }
        current = String(symbol)
        found[String(symbol)] = SequenceContext(start: position, bases: "")
      } else if let current {
        guard line.utf8.allSatisfy({ "ACGT".utf8.contains($0) }) else {
          file.error(
            index + 1, "a sequence has other letters than A, C, G, T",
            found: String(line.prefix(20)),
            remedy: "import it again")
          return [:]
        }
        found[current]?.bases += line
      }
    }
    for symbol in symbols where found[symbol] == nil {
      file.error(0, "the sequence of a gene is missing", found: symbol, remedy: "import it again")
    }
    return found
  }

  private func differences() -> [DifferingBase] {
    folder.table(
      "\(path)/differences.tsv", columns: "gene_position", "gene_base", "paralog_position",
      "paralog_base"
    ).compactMap { row in
      guard let position = row.number("gene_position"), let gene = row.requiredText("gene_base"),
        let other = row.number("paralog_position"), let paralog = row.requiredText("paralog_base")
      else { return nil }
      return DifferingBase(
        position: Int(position), gene: gene, paralogPosition: Int(other), paralog: paralog)
    }
  }
}
