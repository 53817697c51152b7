import Foundation
import Genome
import GenomeFiles
import TestSupport

/// Small BAM and CRAM files, made with samtools from SAM text.
struct ReadFiles {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Whether samtools is there to make files with; says so if it is not.
  static let canMake: Bool = {
    let found = (try? run(["--version"])) == 0
    if !found { print("samtools is not installed: tests that make BAM files are skipped") }
    return found
  }()

  /// Runs samtools and gives its exit status.
  @discardableResult
  static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["samtools"] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The header of a file on two contigs of GRCh38.
  static let header = """
    @HD\tVN:1.6\tSO:coordinate
    @SQ\tSN:chr10\tLN:133797422
    @SQ\tSN:chr22\tLN:50818468
    @RG\tID:one\tSM:ANNA\tPL:ILLUMINA

    """

  /// Reads of 50 bases every 40 bases of both contigs, `count` each, mates named alike.
  static func lines(count: Int) -> [String] {
    ["chr10", "chr22"].flatMap { contig in
      (0..<count).map { index in
        "r\(index / 2)\t0\t\(contig)\t\(1_000_000 + 40 * index)\t60\t50M\t*\t0\t0\t"
          + "\(bases(index))\t\(String(repeating: "I", count: 50))\tRG:Z:one\tNM:i:0"
      }
    }
  }

  private static func bases(_ index: Int) -> String {
    String((0..<50).map { Array("ACGT")[(index + $0 * $0) % 4] })
  }

  /// Writes a BAM file with its index beside it.
  func bam(
    _ name: String = "a.bam", header: String = Self.header, lines: [String], indexed: Bool = true
  ) throws -> String {
    let text = header + lines.joined(separator: "\n") + "\n"
    let sam = try folder.write(Array(text.utf8), to: name + ".sam")
    let path = folder.file(name)
    try Self.run(["view", "-b", "--no-PG", "-o", path, sam])
    if indexed { try Self.run(["index", path]) }
    return path
  }

  /// What a file shows in regions such as `("chr10", 1, 100)`: the starts of its reads.
  static func starts(
    _ path: String, _ regions: [(String, Int, Int)], reference: String? = nil, threads: Int = 1
  ) throws -> [Int] {
    var file = try AlignmentFile(path: path, reference: reference)
    var starts: [Int] = []
    try file.reads(overlapping: targets(regions), threads: threads) { starts.append($0.start) }
    return starts
  }

  static func targets(_ regions: [(String, Int, Int)]) -> TargetRegions {
    TargetRegions(
      regions.compactMap { name, start, end in
        guard let contig = Contig(name: name), let first = Position(start),
          let last = Position(end)
        else { return nil }
        return GenomicInterval(contig: contig, start: first, end: last)
      })
  }

  /// The error a file is refused with.
  static func refusal(
    _ path: String, reference: String? = nil,
    regions: [(String, Int, Int)] = [("chr10", 1, 100_000_000), ("chr22", 1, 50_000_000)]
  ) -> GenomeFileError? {
    do {
      _ = try starts(path, regions, reference: reference)
      return nil
    } catch {
      return error as? GenomeFileError
    }
  }
}
