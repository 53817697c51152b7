import Annotation
import Foundation
import GenomeFiles
import TestSupport
import Testing

/// A damaged input gives the whole output or none.
struct AnnotateMutationTests {
  private let folder: TemporaryFolder
  private let whole: [UInt8]
  private let sources: [String]

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    var dice = Dice(4)
    var text = "##fileformat=VCFv4.2\n##contig=<ID=chr1>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\t"
    text += "FILTER\tINFO\n"
    var table = "#CHROM\tPOS\tREF\tALT\tV:Integer\n"
    var rare = table
    for index in 1...3000 {
      let alternate = ["C", "G", "T", "AC", "C,G"][dice.roll(0...4)]
      text += "chr1\t\(index * 7)\trs\(dice.roll(1...99_999_999))\tA\t\(alternate)\t"
      text += "\(dice.roll(0...99))\tPASS\tDP=\(dice.roll(1...999))\n"
      let row = "chr1\t\(index * 7)\tA\tC\t\(index)\n"
      if dice.falls(40) { table += row }
      if index == 100 || index == 2900 { rare += row }
    }
    whole = AnnotationDesk.blocks(of: Array(text.utf8), each: 6000)
    sources = try [("dense", table), ("rare", rare)].map { name, text in
      let index = folder.file("\(name).sdx")
      try AnnotationDesk.compile(
        try folder.write(Array(text.utf8), to: "\(name).tsv"), to: index)
      return index
    }
  }

  /// The decompressed text that a sound input gives.
  private func expected(_ source: String) async throws -> [UInt8] {
    let input = try folder.write(whole, to: "whole.vcf.gz")
    let output = folder.file("whole.out.vcf")
    var job = try AnnotationDesk.job(input, [source], to: output)
    job.writesProvenance = false
    _ = try await job.run()
    return Array(try Data(contentsOf: folder.url("whole.out.vcf")))
  }

  @Test func `500 damaged inputs give the whole output or none`() async throws {
    var dice = Dice(500)
    var results = try [await expected(sources[0]), await expected(sources[1])]
    #expect(results[0] != results[1])
    var (refused, complete) = (0, 0)
    for round in 0..<500 {
      var bytes = whole
      var what = ""
      switch round % 5 {
      case 0:
        let length = dice.roll(0...whole.count - 1)
        bytes = Array(bytes[..<length])
        what = "cut at \(length)"
      case 1:
        // The blocks' own headers and ends are few among the bytes, and the best targets.
        let at = BlockPlaces.starts(of: whole).randomElement(using: &dice).map {
          max(0, $0 + dice.roll(-8...20))
        }
        let place = min(at ?? 0, whole.count - 1)
        bytes[place] ^= UInt8(1 << dice.roll(0...7))
        what = "bit at \(place)"
      case 2:
        let place = dice.roll(0...whole.count - 1)
        bytes[place] = UInt8(dice.roll(0...255))
        what = "byte at \(place)"
      case 3:
        // Whole blocks lost, as when a copy stops and goes on.
        let starts = BlockPlaces.starts(of: whole)
        let first = dice.roll(1...starts.count - 2)
        bytes.removeSubrange(starts[first]..<starts[first] + dice.roll(1...900))
        what = "bytes lost from \(starts[first])"
      default:
        let place = dice.roll(0...whole.count - 1)
        bytes[place] ^= 0xFF
        bytes[dice.roll(0...whole.count - 1)] ^= 0x10
        what = "two bytes at \(place)"
      }
      let choice = round / 5 % 2
      let isText = round / 10 % 2 == 0
      let input = try folder.write(bytes, to: "in.vcf.gz")
      let output = folder.file(isText ? "out.vcf" : "out.vcf.gz")
      var job = try AnnotationDesk.job(
        input, [sources[choice]], to: output, format: isText ? .text : .blocks(level: 1),
        threads: round / 20 % 2 + 1)
      job.writesProvenance = false
      do {
        _ = try await job.run()
        complete += 1
        let found =
          try isText
          ? Array(Data(contentsOf: URL(fileURLWithPath: output))) : BGZFWriter.content(of: output)
        #expect(found == results[choice], "round \(round), \(what)")
        try FileManager.default.removeItem(atPath: output)
      } catch let error as GenomeFileError {
        refused += 1
        #expect(!error.description.contains("\n"))
      }
      let left = try folder.names.filter { $0.hasPrefix("out") || $0.hasPrefix(".") }
      #expect(left.isEmpty, "round \(round), \(what): \(left)")
    }
    results = []
    print("damaged inputs: \(refused) refused, \(complete) gave the whole output")
    #expect(refused > 350 && complete > 10)
  }

  @Test(arguments: [1, 2])
  func `the program leaves no output of a damaged input`(threads: Int) throws {
    let scene = try AnnotationScene()
    let places = BlockPlaces.starts(of: whole)
    let cases: [(String, [UInt8])] = [
      ("cut", Array(whole[..<(whole.count / 2)])),
      ("without its end block", Array(whole.dropLast(28))),
      (
        "flipped",
        whole.enumerated().map { $0.offset == places[9] + 300 ? ~$0.element : $0.element }
      ),
      ("a block lost", Array(whole[..<places[5]]) + whole[(places[6] + 3)...]),
    ]
    for (name, bytes) in cases {
      let input = try scene.folder.write(bytes, to: "in.vcf.gz")
      for type in ["v", "z"] {
        let outcome = try scene.annotate(
          input, [sources[0]], ["--threads", "\(threads)"], type: type)
        #expect(outcome.status == 3, "\(name)")
        #expect(!outcome.isThere, "\(name)")
        #expect(outcome.errors.hasPrefix("stardose: \(input)"), "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
    }
    #expect(try scene.folder.names == ["in.vcf.gz"])
  }
}
