import Genome
import GenomeFiles
import Testing

/// A small generator with a fixed start, so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

struct RandomScanTests {
  @Test(arguments: 1...6)
  func `streams and jumps find what a plain search finds`(seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    var vcf = SampleVCF()
    var spans: [(contig: String, start: Int, end: Int)] = []
    for contig in ["chr1", "chr2", "chr10"] {
      var position = 1
      for _ in 0..<4000 {
        position += Int.random(in: 0...(seed % 2 == 0 ? 400 : 40_000), using: &random)
        switch Int.random(in: 0..<20, using: &random) {
        case 0:
          let end = position + Int.random(in: 0...3_000_000, using: &random)
          vcf.lines.append("\(contig)\t\(position)\t.\tA\t<DEL>\t.\t.\tEND=\(end)\tGT\t0/1")
          spans.append((contig, position, end))
        case 1, 2:
          let length = Int.random(in: 1...60, using: &random)
          let reference = String(repeating: "C", count: length)
          vcf.lines.append("\(contig)\t\(position)\t.\t\(reference)\tG\t.\t.\t.\tGT\t0/1")
          spans.append((contig, position, position + length - 1))
        default:
          vcf.lines.append("\(contig)\t\(position)\trs1\tA\tG\t.\t.\t.\tGT\t0/1")
          spans.append((contig, position, position))
        }
      }
    }
    let folder = try Folder()
    let paths = try [Container.plain, .tabix, .bcfIndexed].map { container in
      try container.write(vcf.text, in: folder)
    }
    try OutputIndex.make(beside: folder.compressed("b.vcf.gz", vcf.text), as: .csi)
    for _ in 0..<12 {
      let intervals = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let start = Int.random(in: 1...(seed % 2 == 0 ? 900_000 : 80_000_000), using: &random)
        let length = Int.random(in: 1...100_000, using: &random)
        return interval(
          ["chr1", "chr2", "chr10"].randomElement(using: &random) ?? "chr1", start, start + length)
      }
      let expected = spans.filter { span in
        intervals.contains {
          $0.contig.name == span.contig && $0.start.value <= span.end
            && span.start <= $0.end.value
        }
      }.map { "\($0.contig):\($0.start)-\($0.end)" }
      for path in paths + [folder("b.vcf.gz")] {
        let result = try scan(path, TargetRegions(intervals))
        #expect(
          result.records.map { "\($0.contigName):\($0.position)-\($0.end)" } == expected,
          "\(path) \(intervals)")
        #expect(result.summary.usedIndex == !path.hasSuffix("a.vcf"))
      }
    }
  }
}
