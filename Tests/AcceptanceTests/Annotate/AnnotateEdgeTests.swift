import Foundation
import TestSupport
import Testing

/// Inputs, outputs and coordinates at their limits.
struct AnnotateEdgeTests {
  private static let head =
    "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"

  @Test(arguments: ["exact", "position", "overlap", "overlap=0.5"])
  func `the first and last coordinates are no trouble`(match: String) throws {
    let scene = try AnnotationScene()
    let records = [
      "1\t0\t.\tN\tT\t.\t.\t.\n", "1\t1\t.\tA\tAC\t.\t.\t.\n",
      "1\t2147483648\t.\tN\tT\t.\t.\t.\n", "1\t4294967295\t.\tNAC\tT\t.\t.\t.\n",
    ]
    let input = try scene.write(Self.head + records.joined(), to: "q.vcf")
    let index = try scene.index(input, ["--fields", "ID"])
    let outcome = try scene.annotate(
      input, ["\(index); match=\(match); fields=n=count(ID)"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.records.count == 4)
    for (old, new) in zip(records.prefix(3), outcome.records) {
      #expect(new.hasPrefix(old.dropLast(2)))
      #expect(new.hasSuffix("n=1\n"), "\(new)")
    }
  }

  @Test func `a coordinate beyond 32 bits is refused`() throws {
    let scene = try AnnotationScene()
    let index = try scene.index(scene.write("1\t1\t9\tx\n", to: "s.bed"))
    let input = try scene.write(
      Self.head + "1\t5\t.\tA\tC\t.\t.\t.\n1\t4294967296\t.\tA\tC\t.\t.\t.\n", to: "q.vcf")
    let outcome = try scene.annotate(input, [index])
    #expect(outcome.status == 3)
    #expect(
      outcome.errors.hasPrefix(
        "stardose: \(input), record 2: POS is 4294967296, and nothing beyond"))
    #expect(!outcome.isThere)
  }

  @Test func `nothing is written over a source, an input's table or twice into one file`() throws {
    let scene = try AnnotationScene()
    let index = try scene.index(scene.write("1\t1\t9\tx\n", to: "s.bed"))
    let input = try scene.write(Self.head + "1\t5\t.\tA\tC\t.\t.\t.\n", to: "q.vcf")
    let other = scene.folder.file("o.vcf")
    let mistakes = [
      ["-o", index], ["-o", other, "--tsv", other], ["-o", other, "--stats", input],
      ["-o", other, "--jsonl", "\(scene.folder.path)/./q.vcf"], ["--threads", "0"],
      ["--level", "10"], ["-r", "1:5-3"], ["-r", ""],
    ]
    for mistake in mistakes {
      let outcome = try Program.run(["annotate", input, "-a", index, "-q"] + mistake, bare: true)
      #expect(outcome.status == 2, "\(mistake)")
      #expect(!outcome.errors.isEmpty)
      #expect(try scene.folder.names == ["q.vcf", "s.bed", "s.sdx"], "\(mistake)")
    }
    let inPlace = try Program.run(["annotate", input, "-a", index, "-q", "-o", input], bare: true)
    #expect(inPlace.status == 0)
    #expect(try AnnotationScene.text(of: input).hasSuffix("1\t5\t.\tA\tC\t.\t.\tname=x\n"))
  }

  @Test func `an interval over a whole contig is found beside thousands of short ones`() throws {
    let scene = try AnnotationScene()
    var table = "1\t0\t4000000\twhole\n"
    for number in 0..<30_000 { table += "1\t\(number * 100)\t\(number * 100 + 40)\tx\(number)\n" }
    let index = try scene.index(scene.write(table, to: "s.bed"))
    // Not sorted, so that the look-up goes back and forth.
    var dice = Dice(8)
    let places = (0..<300).map { _ in dice.roll(1...3_500_000) }
    let input = try scene.write(
      Self.head + places.map { "chr1\t\($0)\t.\tA\tC\t.\t.\t.\n" }.joined(), to: "q.vcf")
    let outcome = try scene.annotate(input, [index])
    for (place, line) in zip(places, outcome.records) {
      let number = (place - 1) / 100
      let isShort = (place - 1) % 100 < 40 && number < 30_000
      #expect(line.hasSuffix("\tname=whole\(isShort ? ",x\(number)" : "")\n"), "\(line)")
    }
    #expect(outcome.records.count == 300)
  }

  @Test func `alleles of 100,000 bases are told apart by every base`() throws {
    let scene = try AnnotationScene()
    var dice = Dice(6)
    let long = String(decoding: dice.bases(100_000), as: UTF8.self)
    let other = long.dropLast() + (long.last == "A" ? "C" : "A")
    let source = "##fileformat=VCFv4.2\n##INFO=<ID=V,Number=A,Type=Integer,Description=\"v\">\n"
    let index = try scene.index(
      scene.write(
        source + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
          + "1\t10\t.\tA\tA\(long),A\(other)\t.\t.\tV=1,2\n1\t20\t.\tG\(long)\tG\t.\t.\tV=3\n",
        to: "s.vcf"))
    let input = try scene.write(
      Self.head + "1\t10\t.\tA\tA\(other)\t.\t.\t.\n1\t9\t.\tCA\tCA\(long)\t.\t.\t.\n"
        + "1\t20\t.\tG\(long)TT\tGTT\t.\t.\t.\n1\t20\t.\tG\(other)\tG\t.\t.\t.\n", to: "q.vcf")
    let outcome = try scene.annotate(input, [index])
    let infos = outcome.records.map { $0.dropLast().split(separator: "\t").last ?? "" }
    #expect(infos == ["V=2", "V=1", "V=3", "."])
  }

  @Test func `sources can stand in a file`() throws {
    let scene = try AnnotationScene()
    let index = try scene.index(scene.write("1\t1\t9\tx\n", to: "s.bed"))
    let list = try scene.write(
      "# two\n\n\(index); fields=A=name\n\(index); fields=B=name\n", to: "l")
    let input = try scene.write(Self.head + "1\t5\t.\tA\tC\t.\t.\t.\n", to: "q.vcf")
    let outcome = try scene.annotate(input, [], ["--sources", list])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.records == ["1\t5\t.\tA\tC\t.\t.\tA=x;B=x\n"])
  }
}
