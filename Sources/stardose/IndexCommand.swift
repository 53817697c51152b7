internal import Annotation
internal import ArgumentParser
internal import Foundation
internal import MappedIndex

/// `stardose index`: compile a source of annotations into one file that `annotate` looks up.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Compile a source of annotations into one index file for 'annotate'.",
    discussion: """
      The source is a VCF or BCF, a BED, or another table with a header line or --columns; plain, \
      gzip or BGZF. It need not be sorted. --show and --verify read an index instead.
      """)

  @Argument(help: "The source, or with --show and --verify an index.")
  var source: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The index to write.", valueName: "sdx"))
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The fields to carry, in order; ID, QUAL and FILTER may be among them. Default: all of INFO.",
      valueName: "names"))
  var fields: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The columns of a table: CHROM,POS,REF,ALT,SCORE:Float,-,CLASS:String or CHROM,BEG,END,NAME.",
      valueName: "list"))
  var columns: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Roll indels to the left over this FASTA and check REF.", valueName: "fa"))
  var fasta: String?

  @Option(name: .long, help: "GRCh37 or GRCh38, where the source does not say.")
  var assembly: AssemblyName?

  @Option(name: .long, help: ArgumentHelp("What the source's licence says.", valueName: "text"))
  var licence: String?

  @Option(name: .long, help: ArgumentHelp("The source's release.", valueName: "text"))
  var release: String?

  @Option(name: .long, help: ArgumentHelp("What to call the source.", valueName: "label"))
  var name: String?

  @Option(name: .long, help: ArgumentHelp("Megabytes of rows to hold in memory.", valueName: "MB"))
  var memory = 64

  @Option(name: .long, help: "Threads for decompression.")
  var threads = 1

  @Flag(name: .long, help: "Print what an index says of itself.")
  var show = false

  @Flag(name: .long, help: "Check every block of an index against its checksum.")
  var verify = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if show || verify {
      guard output == nil else { throw ValidationError("--show and --verify write no --output.") }
    } else if output == nil {
      throw ValidationError("Name the index to write with --output.")
    }
    guard memory >= 1 else { throw ValidationError("--memory is at least 1 MB.") }
  }

  func run() throws {
    guard let output else { return try inspect() }
    var options = CompilationOptions(source: source, output: output, built: BuildDay.text)
    options.fields = fields.map(Self.names)
    options.columns = columns
    options.fasta = fasta
    options.assembly = assembly?.value
    options.licence = licence
    options.release = release
    options.label = name
    options.memory = memory << 20
    options.threads = max(1, threads)
    options.progress = quiet ? nil : ProgressLine.onTerminal(reading: source)
    do throws(CompilationError) {
      let summary = try IndexCompilation.compile(options)
      if !quiet { printToStandardError(IndexSheet.lines(of: summary)) }
    } catch {
      if case .output(let cause) = error.kind { throw OutputError(cause) }
      throw error
    }
  }

  private func inspect() throws {
    let index = try AnnotationIndex(path: source)
    if verify {
      try index.verify()
      if !quiet { print("\(source): every block matches its checksum") }
    }
    if show { print(IndexSheet.text(of: index), terminator: "") }
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

/// The day written into what is built: today in UTC, or the one `SOURCE_DATE_EPOCH` names.
enum BuildDay {
  static var text: String {
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Double($0) }
    let date = epoch.map { Date(timeIntervalSince1970: $0) } ?? Date()
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    func padded(_ number: Int?, _ width: Int) -> String {
      let digits = String(number ?? 0)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }
}
