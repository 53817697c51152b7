internal import Annotation
internal import ArgumentParser
internal import Foundation
internal import GenomeFiles
internal import MappedIndex

/// `stardose annotate`.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Add what sources know to the INFO of a VCF or BCF file.",
    discussion: """
      A source is an index made by 'stardose index', or 'knowledge' for the bundled knowledge base, \
      which gives PGX_GENE, PGX_ALLELE, PGX_FUNCTION, PGX_DRUGS, PGX_LEVEL and PGX_RSID. With \
      --explain no file is needed; if one is given, its header tells the assembly.
      """)

  @Argument(help: "A VCF or BCF file, plain or compressed; '-' for standard input.")
  var variants: String?

  @Option(
    name: [.customShort("a"), .customLong("source")],
    help: ArgumentHelp(
      "A source and what to take of it (may be repeated): 'gnomad.sdx; fields=gn_AF=AF; where=AF<0.01', or 'knowledge'.",
      valueName: "spec"))
  var source: [String] = []

  @Option(name: .long, help: "A file with one source a line.")
  var sources: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; standard output if not given.", valueName: "path"))
  var output: String?

  @Option(
    name: [.customShort("O"), .customLong("output-type")],
    help: ArgumentHelp(
      "v: VCF, z: VCF in BGZF, u: BCF, b: compressed BCF; by the output's name if not given.",
      valueName: "type"))
  var outputType: OutputType?

  @Option(
    name: .shortAndLong, help: "Only records that overlap these regions: chr1:1000-2000,chr2.")
  var regions: String?

  @Option(
    name: [.customShort("R"), .customLong("regions-file")],
    help: "Only records that overlap the regions of a BED file, or of a file of CHROM, FROM, TO.")
  var regionsFile: String?

  @Option(name: .shortAndLong, help: "Only these samples: A,B; all but these: ^A,B.")
  var samples: String?

  @Option(name: .long, help: "Threads to work with.")
  var threads = 1

  @Option(name: .long, help: "The level of compression, 0 to 9.")
  var level = 6

  @Flag(
    name: .long,
    help: "Index the output: .csi for BCF, .tbi for VCF (.csi where contigs are too long).")
  var writeIndex = false

  @Flag(name: .long, help: "Leave the program's own lines out of the header.")
  var noVersion = false

  @Option(name: .long, help: "An indexed FASTA, to compare indels wherever they are spelled.")
  var fasta: String?

  @Option(name: .long, help: "GRCh37 or GRCh38, where the header does not say.")
  var assembly: AssemblyName?

  @Option(name: .long, help: "A file for the counts, as JSON.")
  var stats: String?

  @Option(name: .long, help: "Also write the records as JSON Lines.")
  var jsonl: String?

  @Option(name: .long, help: "Also write the records as a table, one row an allele.")
  var tsv: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Say what the sources have at a variant and why it matches or not (may be repeated); ';END=2000' behind <DEL> tells its end. Nothing is annotated.",
      valueName: "chr:pos:ref:alt"))
  var explain: [String] = []

  @Flag(name: .long, help: "Use a source though its REF differs from the input's too often.")
  var allowRefMismatch = false

  @Flag(name: .shortAndLong, help: "Keep counts and remarks off standard error.")
  var quiet = false

  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    guard (0...9).contains(level) else { throw ValidationError("--level is from 0 to 9.") }
    guard threads >= 1 else { throw ValidationError("--threads is at least 1.") }
    try checkPathsDiffer()
    guard regions == nil || regionsFile == nil else {
      throw ValidationError("Give --regions or --regions-file, not both.")
    }
    guard writeIndex else { return }
    guard let output, output != "-" else {
      throw ValidationError("--write-index needs a file; name one with --output.")
    }
    guard format().isIndexable else {
      throw ValidationError(
        "--write-index needs an output in blocks; choose -O z or -O b for \(output).")
    }
  }

  private func checkPathsDiffer() throws {
    var written: Set<String> = []
    for path in [output, stats, jsonl, tsv].compactMap(\.self) where path != "-" {
      guard written.insert(URL(fileURLWithPath: path).standardizedFileURL.path).inserted else {
        throw ValidationError("'\(path)' would be written twice; name two files.")
      }
    }
  }

  func run() async throws {
    let specifications = try specifications()
    let opened = try open(specifications)
    if !explain.isEmpty { return try explain(with: opened) }
    guard let variants else {
      throw RequestError("no input was named; name a VCF or BCF file, or '-' for standard input")
    }
    PieceMemory.keep()
    try checkOutputs(specifications, input: variants)
    var job = AnnotationJob(input: variants, sources: opened)
    job.output = output == "-" ? nil : output
    job.format = format()
    job.threads = threads
    job.writesIndex = writeIndex
    job.regions = try regionSet()
    job.samples = samples
    job.reference = fasta
    job.assembly = assembly?.value
    job.toleratesReferenceMismatch = allowRefMismatch
    job.jsonLines = jsonl
    job.tabular = tsv
    job.digestsUntouched = stats != nil
    job.writesProvenance = !noVersion
    job.provenance = [
      ProvenanceLine.version(Edition.version),
      ProvenanceLine.command(Array(CommandLine.arguments.dropFirst())),
    ]
    job.progress = ProgressLine.onTerminal(reading: variants)
    let outcome: AnnotationJob.Outcome
    do {
      outcome = try await job.run()
    } catch let error as MappedIndexError where error.isAboutWriting {
      throw OutputError(error)
    }
    if !quiet {
      (outcome.remarks + outcome.statistics.summaryLines()).forEach {
        printToStandardError("stardose: \($0)")
      }
    }
    if let stats {
      var run = AnnotationRun(
        input: variants, output: output ?? "-",
        options: Array(CommandLine.arguments.dropFirst()), version: Edition.version)
      run.untouchedSHA256 = outcome.untouchedSHA256
      var file = try OutputFile(path: stats)
      try file.write(outcome.statistics.json(run))
      try file.finish()
    }
  }

  private func explain(with sources: [RequestedSource]) throws {
    let asked = try explain.map { try ExplainedVariant(parsing: $0) }
    let explanation = try Explanation(
      sources: sources,
      assembly: variants.map { try AnnotationJob.assembly(of: $0, stated: assembly?.value) }
        ?? assembly?.value, reference: fasta)
    print(try asked.map(explanation.text).joined(separator: "\n"), terminator: "")
  }

  private func specifications() throws -> [SourceSpecification] {
    var all = try source.map { try SourceSpecification(parsing: $0) }
    if let sources { all += try SourceSpecification.list(parsing: TextFile.read(sources)) }
    guard !all.isEmpty else {
      throw RequestError(
        "no source was named; name one with -a, as in -a gnomad.sdx or -a knowledge")
    }
    return all
  }

  private func open(_ specifications: [SourceSpecification]) throws -> [RequestedSource] {
    let base = try specifications.contains(where: \.isKnowledge) ? knowledge.open() : nil
    return try specifications.map { specification in
      if specification.isKnowledge, let base { return .knowledge(specification, base) }
      return .opened(try open(specification))
    }
  }

  /// Refuses to write where a source is read, or a table where the input is.
  private func checkOutputs(
    _ specifications: [SourceSpecification], input: String
  ) throws {
    let place = { (path: String) in URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    let read = Set(specifications.map { place($0.path) })
    for path in [output, stats, jsonl, tsv].compactMap(\.self) {
      let isInput = path != output && place(path) == place(input)
      guard !read.contains(place(path)), !isInput else {
        throw RequestError(
          "\(path): this is \(isInput ? "the input" : "a source"); name another file to write")
      }
    }
  }

  private func open(_ specification: SourceSpecification) throws -> AnnotationSource {
    guard
      IndexFile.recognises(path: specification.path)
        || !FileManager.default.fileExists(atPath: specification.path)
    else {
      guard !specification.path.hasSuffix(".sdx") else {
        throw RequestError(
          "\(specification.path): this is no annotation index, or its beginning is damaged; "
            + "make it again with 'stardose index'")
      }
      throw RequestError(
        "\(specification.path): this is no annotation index; make one with "
          + "'stardose index \(specification.path) -o \(specification.name).sdx'")
    }
    return try AnnotationSource(
      specification, index: AnnotationIndex(path: specification.path))
  }

  private func regionSet() throws -> RegionSet? {
    if let regions { return try RegionSet(parsing: regions) }
    return try regionsFile.map { try RegionSet(path: $0) }
  }

  private func format() -> OutputFormat {
    switch outputType ?? OutputType(name: output ?? "") {
    case .text: .text
    case .compressedText: .blocks(level: level)
    case .binary: .binary(level: nil)
    case .compressedBinary: .binary(level: level)
    }
  }
}

/// The kinds of output, as samtools and bcftools name them.
enum OutputType: String, ExpressibleByArgument {
  case text = "v"
  case compressedText = "z"
  case binary = "u"
  case compressedBinary = "b"

  /// The kind that a file's name asks for.
  init(name: String) {
    switch name {
    case _ where name.hasSuffix(".vcf.gz") || name.hasSuffix(".vcf.bgz"): self = .compressedText
    case _ where name.hasSuffix(".bcf"): self = .compressedBinary
    default: self = .text
    }
  }
}
