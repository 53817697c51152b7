import Annotation
import Foundation
import GenomeFiles
import TestSupport
import Testing

/// Records that lie across blocks and pieces are annotated like any other.
struct AnnotatePieceTests {
  private struct Input {
    var lines: [String] = []
    var header =
      "##fileformat=VCFv4.2\n##contig=<ID=1>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    var text: [UInt8] { Array((header + lines.joined()).utf8) }
  }

  /// Records of very different lengths.
  private static func input(_ dice: inout Dice, bytes: Int, longest: Int) -> Input {
    var input = Input()
    var size = 0
    var position = 0
    while size < bytes {
      position += dice.roll(1...9)
      let count = dice.falls(3) ? dice.roll(1...longest) : dice.roll(1...120)
      let filler = (0..<count / 8 + 1).map { _ in String(dice.next(), radix: 36).suffix(8) }
      let info = dice.falls(10) ? "." : "T=" + filler.joined(separator: "+")
      input.lines.append("1\t\(position)\t.\tA\tC\t\(dice.roll(0...99))\t.\t\(info)\n")
      size += input.lines[input.lines.count - 1].utf8.count
    }
    return input
  }

  /// Which lines reach over the end of a block of so many bytes.
  private static func crossing(_ input: Input, each size: Int) -> [Bool] {
    var start = input.header.utf8.count
    return input.lines.map { line in
      let end = start + line.utf8.count
      defer { start = end }
      return start / size != (end - 1) / size
    }
  }

  private static func expected(_ input: Input, hits: [Int: Int]) -> [String] {
    input.lines.enumerated().map { number, line in
      guard let value = hits[number] else { return line }
      let body = line.dropLast()
      let whole = body.hasSuffix("\t.") ? body.dropLast() + "V=\(value)" : body + ";V=\(value)"
      return String(whole) + "\n"
    }
  }

  private static func index(_ hits: [Int: Int], of input: Input, in folder: TemporaryFolder) throws
    -> String
  {
    var table = "#CHROM\tPOS\tREF\tALT\tV:Integer\n"
    for (number, value) in hits.sorted(by: { $0.key < $1.key }) {
      table += "1\t\(input.lines[number].split(separator: "\t")[1])\tA\tC\t\(value)\n"
    }
    let path = folder.file("hits.sdx")
    try AnnotationDesk.compile(try folder.write(Array(table.utf8), to: "hits.tsv"), to: path)
    return path
  }

  @Test(arguments: [65_280, 5_000, 700])
  func `hits at the ends of blocks and pieces are spliced in, wherever a record lies`(size: Int)
    async throws
  {
    var dice = Dice(size)
    let input = Self.input(&dice, bytes: size > 5000 ? 9 << 20 : 3 << 20, longest: 90_000)
    let folder = try TemporaryFolder()
    let stored = AnnotationDesk.blocks(of: input.text, each: size)
    let path = try folder.write(stored, to: "in.vcf.gz")
    let plain = try folder.write(input.text, to: "in.vcf")
    let crosses = Self.crossing(input, each: size)
    var kinds: [(String, [Int: Int])] = []
    kinds.append(
      (
        "crossing",
        .init(uniqueKeysWithValues: crosses.indices.filter { crosses[$0] }.map { ($0, $0) })
      ))
    kinds.append(
      (
        "around",
        .init(
          uniqueKeysWithValues: crosses.indices.filter { number in
            !crosses[number]
              && [number - 1, number + 1].contains { crosses.indices.contains($0) && crosses[$0] }
          }.map { ($0, $0 * 1_000_003) })
      ))
    kinds.append(("all", .init(uniqueKeysWithValues: crosses.indices.map { ($0, $0) })))
    var sparse: [Int: Int] = [crosses.count - 1: 7, 0: 8]
    for _ in 0..<20 { sparse[dice.roll(0...crosses.count - 1)] = dice.roll(0...9) }
    kinds.append(("sparse", sparse))
    for (name, hits) in kinds {
      let source = try Self.index(hits, of: input, in: folder)
      let wanted = Self.expected(input, hits: hits)
      var stored: [UInt8]?
      for (from, format, threads) in [
        (path, OutputFormat.text, 2), (path, .blocks(level: 1), 1), (path, .blocks(level: 1), 2),
        (plain, .text, 1),
      ] {
        let output = folder.file("out")
        var job = try AnnotationDesk.job(
          from, [source], to: output, format: format, threads: threads)
        job.writesProvenance = false
        let outcome = try await job.run()
        let found = AnnotationScene.records(of: try AnnotationScene.text(of: output))
        let first = Array(zip(found, wanted)).firstIndex { $0.0 != $0.1 }
        #expect(
          found.count == wanted.count && first == nil, "\(name), \(format), record \(first ?? -1)")
        #expect(outcome.statistics.recordsIn == wanted.count)
        #expect(outcome.statistics.linesChanged == hits.count)
        if format != .text {
          let bytes = Array(try Data(contentsOf: folder.url("out")))
          if let stored { #expect(bytes == stored, "\(name): bytes depend on the threads") }
          stored = bytes
          if name == "sparse" {
            #expect(outcome.statistics.blocksCopied > outcome.statistics.blocksRemade)
          }
        }
      }
    }
  }

  @Test(arguments: [1, 2])
  func `a line of many pieces is a line`(threads: Int) async throws {
    var dice = Dice(9)
    var input = Self.input(&dice, bytes: 40_000, longest: 50)
    let at = input.lines.count / 2
    // Random text deflates badly, so that this line alone is several pieces as stored.
    let long = (0..<900_000).map { _ in String(dice.next(), radix: 36).suffix(8) }.joined()
    let position = input.lines[at].split(separator: "\t")[1]
    input.lines[at] = "1\t\(position)\t.\tA\tC\t.\t.\tT=\(long)\n"
    let hits = [at - 1: 1, at: 2, at + 1: 3, input.lines.count - 1: 4]
    let folder = try TemporaryFolder()
    let source = try Self.index(hits, of: input, in: folder)
    let wanted = Self.expected(input, hits: hits)
    let path = try folder.write(
      AnnotationDesk.blocks(of: input.text, each: 65_280), to: "in.vcf.gz")
    for (from, format) in [
      (path, OutputFormat.blocks(level: 1)), (path, .text),
      (try folder.write(input.text, to: "in.vcf"), .text),
    ] {
      let job = try AnnotationDesk.job(
        from, [source], to: folder.file("out"), format: format, threads: threads)
      let outcome = try await job.run()
      let found = AnnotationScene.records(of: try AnnotationScene.text(of: folder.file("out")))
      #expect(found.count == wanted.count)
      #expect(zip(found, wanted).allSatisfy { $0.0 == $0.1 }, "\(format)")
      #expect(outcome.statistics.linesChanged == 4)
    }
  }

  @Test func `a last line without an end and empty blocks within are no trouble`() async throws {
    var dice = Dice(3)
    let input = Self.input(&dice, bytes: 30_000, longest: 50)
    let folder = try TemporaryFolder()
    let last = input.lines.count - 1
    let source = try Self.index([0: 1, last: 2], of: input, in: folder)
    var text = input.text
    text.removeLast()
    let half = text.count / 2
    let joined =
      AnnotationDesk.blocks(of: Array(text[..<half]), each: 3000)
      + AnnotationDesk.blocks(of: Array(text[half...]), each: 3000)
    let wanted = Self.expected(input, hits: [0: 1, last: 2]).joined().dropLast()
    for (name, bytes) in [("a.vcf", text), ("a.vcf.gz", joined)] {
      for format in [OutputFormat.text, .blocks(level: 6)] {
        let path = try folder.write(bytes, to: name)
        let job = try AnnotationDesk.job(path, [source], to: folder.file("out"), format: format)
        _ = try await job.run()
        let found = AnnotationScene.records(of: try AnnotationScene.text(of: folder.file("out")))
        #expect(found.joined() == wanted || found.joined() == wanted + "\n", "\(name), \(format)")
      }
    }
  }
}
