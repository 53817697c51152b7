internal import Crypto
internal import Foundation
internal import GenomeFiles
internal import MappedIndex

/// Takes results in the input's order: writes, counts, and stops where the run must not go on.
struct AnnotationCollector: ~Copyable {
  private let job: AnnotationJob
  private let sources: [AnnotationSource]
  private var output: AtomicFileWriter
  private var jsonLines: AtomicFileWriter?
  private var tabular: AtomicFileWriter?
  private var statistics: AnnotationStatistics
  private var digest = SHA256()
  private var released: [Int]

  init(
    _ job: AnnotationJob, _ plan: AnnotationPlan
  ) throws(MappedIndexError) {
    let output = try AtomicFileWriter(path: job.output)
    let jsonLines = try Self.open(job.jsonLines)
    let tabular = try Self.open(job.tabular)
    self.job = job
    sources = plan.sources
    statistics = plan.emptyStatistics
    released = plan.sources.map { _ in 0 }
    self.output = output
    self.jsonLines = jsonLines
    self.tabular = tabular
  }

  /// Writes what stands at the head of the tables.
  func begin(_ tables: TableFormats) throws(MappedIndexError) {
    var first: [UInt8] = []
    tables.tabular?.appendHeader(to: &first)
    try tabular?.write(first)
  }

  private static func open(_ path: String?) throws(MappedIndexError) -> AtomicFileWriter? {
    guard let path else { return nil }
    return try AtomicFileWriter(path: path)
  }

  /// Writes a segment's bytes and adds its counts.
  mutating func add(_ result: SegmentResult) throws {
    if let failure = result.failure { throw located(failure) }
    try output.write(result.output)
    if !result.jsonLines.isEmpty { try jsonLines?.write(result.jsonLines) }
    if !result.tabular.isEmpty { try tabular?.write(result.tabular) }
    statistics.merge(result.tally)
    if job.digestsUntouched {
      for range in result.untouched { digest.update(data: result.text[range]) }
    }
    if !job.toleratesReferenceMismatch {
      for source in statistics.sources { try AssemblyCheck.judge(source, path: job.input) }
    }
    release(result.offsets)
  }

  /// Completes the files and gives them their names.
  consuming func finish(_ prepared: AnnotationJob.Prepared) throws -> AnnotationJob.Outcome {
    if job.format.level != nil { try output.write(Deflater.endBlock) }
    guard statistics.isBalanced else {
      throw AnnotationError(
        .request,
        "\(job.input): \(statistics.recordsIn) records were read and "
          + "\(statistics.recordsOut + statistics.droppedRecords) are accounted for; "
          + "this is a fault of the program, please report it")
    }
    var index = try makeIndex(prepared)
    try jsonLines?.finish()
    try tabular?.finish()
    try output.finish()
    try index?.finish()
    let untouched =
      job.digestsUntouched
      ? digest.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      : nil
    return AnnotationJob.Outcome(
      statistics: statistics, untouchedSHA256: untouched, remarks: prepared.remarks)
  }

  /// The index of the output, which is whole but has not got its name yet; nil if none is wanted.
  ///
  /// It is made first, so that an output that can't have one is not left without it.
  private func makeIndex(
    _ prepared: AnnotationJob.Prepared
  ) throws -> AtomicFileWriter? {
    guard job.writesIndex, let path = job.output, let unfinished = output.unfinishedPath else {
      return nil
    }
    let isBinary = job.format.isBinary
    let kinds: [OutputIndex.Kind] = isBinary || prepared.hasLongContig ? [.csi] : [.tbi, .csi]
    for kind in kinds {
      let index = try AtomicFileWriter(path: "\(path).\(kind.rawValue)")
      guard let name = index.unfinishedPath else { break }
      do throws(OutputIndex.Fault) {
        try OutputIndex.make(of: unfinished, isBinary: isBinary, as: kind, at: name)
        return index
      } catch {
        if case .system(let code) = error {
          throw MappedIndexError(.unwritable(code: code), place: "\(path).\(kind.rawValue)")
        }
      }
    }
    throw GenomeFileError(
      .recordMalformed(
        "the records are not sorted, so the output can't be indexed and is not left; "
          + "sort them with 'bcftools sort' or leave --write-index out"), path: job.input)
  }

  /// An error with the number of its record in the file.
  private func located(_ failure: (record: Int, error: any Error)) -> any Error {
    guard let error = failure.error as? GenomeFileError else { return failure.error }
    return GenomeFileError(
      error.kind, path: error.path, record: statistics.recordsIn + failure.record + 1,
      locus: error.locus)
  }

  /// Lets go of the parts of the sources that lie far behind.
  private mutating func release(_ offsets: [Int]) {
    let step = 16 << 20
    for (source, offset) in offsets.enumerated() {
      if offset < released[source] { released[source] = offset }
      let end = offset - step / 2
      if end - released[source] >= step {
        sources[source].index.bulk.release(released[source]..<end)
        released[source] = end
      }
    }
  }
}
