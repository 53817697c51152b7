internal import Analysis
internal import ArgumentParser
internal import Evidence
internal import Foundation
internal import Genome
internal import GenomeFiles
internal import Guidance
internal import Knowledge
internal import Structures

/// The options `call` and `report` share: which file, whose genotypes, what counts as data.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "A VCF or BCF file, plain or compressed; '-' for standard input; none with --reads alone."
  )
  var variants: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The sample's reads: a BAM or CRAM file with its index beside it.", valueName: "bam"))
  var reads: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The FASTA that a CRAM file was made with.", valueName: "fasta"))
  var reference: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Results from elsewhere: a table, or the output of a caller or HLA typer.",
      discussion: """
        A table has gene, diplotype, phenotype and activity score, with tabs between, or a head that \
        names its columns. The output of a program is recognised by its content: Cyrius, Aldy \
        (.aldy, --simple, VCF), StellarPGx, PyPGx (results.zip), Stargazer, pb-StarPhase, DRAGEN, \
        PharmCAT (JSON); HLA*PRG:LA, OptiType, xHLA, T1K, HLA-HD, arcasHLA, seq2HLA, Polysolver, \
        Kourami, HISAT-genotype, PHLAT, SpecHLA and tables with two columns a locus. Where such \
        a file does not say its gene, its name has to.
        """,
      valueName: "file"))
  var outsideCalls: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The sample's name in the files of --outside-calls, where it is another there.",
      valueName: "name"))
  var outsideSample: String?

  @Option(name: .long, help: "GRCh37 or GRCh38, where the header does not say.")
  var assembly: AssemblyName?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The person's sex, where it is known: one X chromosome or two.", valueName: "male|female"))
  var sex: SexName?

  @Option(name: .shortAndLong, help: "Look at this sample only (may be repeated).")
  var sample: [String] = []

  @Option(name: .shortAndLong, help: "Look at this gene only (may be repeated).")
  var gene: [String] = []

  @Flag(name: .long, help: "Look only at genes that some guideline looks at; it is faster.")
  var guidedOnly = false

  @Flag(name: .long, help: "Read a position without a record as reference.")
  var absentIsReference = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Regions in which a position without a record is reference.", valueName: "bed"))
  var callable: String?

  @Flag(name: .long, help: "Use records that failed a filter.")
  var ignoreFilters = false

  @Option(name: .long, help: "The least read depth of a genotype.")
  var minimumDepth = 1

  @Option(name: .long, help: "The least quality (GQ) of a genotype.")
  var minimumQuality = 10

  @Option(name: .long, help: "The least quality (GQ) of a gVCF reference block.")
  var minimumBlockQuality = 20

  @Option(name: .long, help: "The least depth (MIN_DP) of a gVCF reference block.")
  var minimumBlockDepth = 5

  @Flag(name: .long, help: "Read a position whose REF is not the assembly's as no data.")
  var allowRefMismatch = false

  @Flag(name: .long, help: "Read a file whose records are out of order.")
  var allowUnsorted = false

  @Option(name: .long, help: "Threads for decompression.")
  var threads = 1

  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    if variants == nil, reads == nil {
      throw ValidationError(
        "name a file of variants, or the sample's reads with --reads; '-' is standard input")
    }
    if reference != nil, reads == nil {
      throw ValidationError("--reference is for the reads; name them with --reads")
    }
  }

  /// The names of the input files without folders.
  var inputName: String {
    let names = [variants, reads].compactMap(\.self).map {
      $0 == "-" ? "standard input" : URL(fileURLWithPath: $0).lastPathComponent
    }
    return names.joined(separator: " and ")
  }

  /// The choices that differ from the defaults, as a report states them.
  var choices: [String] {
    var choices: [String] = []
    if let assembly { choices.append("--assembly \(assembly.value)") }
    if let sex { choices.append("--sex \(sex.value.rawValue)") }
    if guidedOnly { choices.append("--guided-only") }
    if absentIsReference { choices.append("--absent-is-reference") }
    if callable != nil { choices.append("--callable") }
    if ignoreFilters { choices.append("--ignore-filters") }
    if allowRefMismatch { choices.append("--allow-ref-mismatch") }
    if minimumDepth != 1 { choices.append("--minimum-depth \(minimumDepth)") }
    if minimumQuality != 10 { choices.append("--minimum-quality \(minimumQuality)") }
    if minimumBlockQuality != 20 {
      choices.append("--minimum-block-quality \(minimumBlockQuality)")
    }
    choices += knowledge.knowledgePack.map {
      "--knowledge-pack \(URL(fileURLWithPath: $0).lastPathComponent)"
    }
    if minimumBlockDepth != 5 { choices.append("--minimum-block-depth \(minimumBlockDepth)") }
    return choices
  }

  /// Everything the analysis needs to know.
  func analysisOptions() throws -> AnalysisOptions {
    var options = AnalysisOptions()
    options.assembly = assembly?.value
    options.sex = sex?.value
    options.samples = sample.isEmpty ? .all : .named(sample)
    options.policy.absentIsReference = absentIsReference
    options.policy.honoursFilters = !ignoreFilters
    options.policy.minimumDepth = minimumDepth
    options.policy.minimumGenotypeQuality = minimumQuality
    options.policy.minimumBlockQuality = minimumBlockQuality
    options.policy.minimumBlockDepth = minimumBlockDepth
    options.sortOrder = allowUnsorted ? .tolerated : .required
    options.toleratesReferenceMismatch = allowRefMismatch
    options.progress = variants.flatMap { ProgressLine.onTerminal(reading: $0) }
    options.threads = max(1, threads)
    options.reads = reads.map { ReadOptions(path: $0, reference: reference) }
    if let callable { options.callable = try CallableRegions(path: callable) }
    return options
  }

  /// The genes asked for among all, in their order; without names all but those that must be asked
  /// for by name, or with `--guided-only` those that some guideline looks at.
  func genes(among all: [Gene], guided: Set<String>) throws -> [Gene] {
    guard !gene.isEmpty else {
      return all.filter { gene in
        gene.calling.onRequest == nil && (!guidedOnly || guided.contains(gene.symbol))
      }
    }
    let known = Set(all.map { $0.symbol.uppercased() })
    let wanted = gene.map { $0.uppercased() }
    if let stranger = wanted.first(where: { !known.contains($0) }) {
      throw RequestError(
        "the knowledge base has no gene '\(stranger)'; 'stardose knowledge list' names them all")
    }
    return all.filter { wanted.contains($0.symbol.uppercased()) }
  }

  /// What every file of outside calls states.
  func outsideCallFile(genes: [String: Gene]) throws -> OutsideCallFile {
    var whole = OutsideCallFile(calls: [], remarks: [])
    guard !outsideCalls.isEmpty else { return whole }
    let parser = OutsideCallParser(genes: genes)
    for path in outsideCalls.flatMap(OutsideCallPaths.split) {
      whole = try whole + parser.parse(OutsideCallSource.document(path))
    }
    return whole
  }

  /// What is stated of each sample of the variant file, with remarks.
  func divided(
    _ outside: OutsideCallFile, among samples: [String]
  ) throws -> (calls: [[OutsideCall]], remarks: [OutsideCallRemark]) {
    guard let outsideSample else { return try outside.divided(among: samples) }
    guard samples.count == 1 else {
      throw RequestError(
        "--outside-sample is for one sample and there are \(samples.count); choose one with --sample"
      )
    }
    return try outside.divided(among: [outsideSample])
  }
}

/// Several tables may be named in one option, separated by commas.
enum OutsideCallPaths {
  /// The paths in one value; a later one is also looked for beside the first.
  static func split(_ value: String) -> [String] {
    let files = FileManager.default
    let names = value.split(separator: ",").map(String.init)
    guard names.count > 1, !files.fileExists(atPath: value), let first = names.first else {
      return [value]
    }
    let folder = URL(fileURLWithPath: first).deletingLastPathComponent()
    return names.map { name in
      let beside = folder.appendingPathComponent(URL(fileURLWithPath: name).lastPathComponent).path
      return !files.fileExists(atPath: name) && files.fileExists(atPath: beside) ? beside : name
    }
  }
}

/// An assembly as a user may spell it.
struct AssemblyName: ExpressibleByArgument {
  let value: Assembly

  init?(argument: String) {
    switch argument.lowercased() {
    case "grch38", "hg38", "b38", "38": value = .grch38
    case "grch37", "hg19", "b37", "37": value = .grch37
    default: return nil
    }
  }
}

/// A person's sex as a user may spell it.
struct SexName: ExpressibleByArgument {
  let value: SexChromosomes.Statement

  init?(argument: String) {
    switch argument.lowercased() {
    case "male", "m", "xy": value = .male
    case "female", "f", "xx": value = .female
    default: return nil
    }
  }
}

/// Finds the knowledge base by flag, environment, program folder or data folder.
enum KnowledgePath {
  static func find(_ flag: String?) throws -> String {
    try KnowledgeLocator.find(
      flag: flag, environment: ProcessInfo.processInfo.environment,
      executablePath: Bundle.main.executablePath ?? "")
  }
}
