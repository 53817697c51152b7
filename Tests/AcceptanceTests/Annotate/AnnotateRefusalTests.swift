import Foundation
import TestSupport
import Testing

/// What can't be annotated ends in one sentence, its listed exit status, and no output.
struct AnnotateRefusalTests {
  private static let query = """
    ##fileformat=VCFv4.2
    ##contig=<ID=chr1>
    ##INFO=<ID=XF,Number=1,Type=Float,Description="x">
    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA
    chr1\t10\t.\tA\tG\t.\t.\tXF=1\tGT\t0/1

    """
  private static let source = """
    ##fileformat=VCFv4.2
    ##INFO=<ID=V,Number=A,Type=Integer,Description="v">
    ##INFO=<ID=F,Number=A,Type=Float,Description="f">
    ##INFO=<ID=DB,Number=0,Type=Flag,Description="d">
    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
    chr1\t10\t.\tA\tG\t.\t.\tV=1;F=0.5;DB

    """

  /// What follows the index's path in a specification, the exit status and the sentence; `@` stands
  /// for the folder.
  private static let specifications: [(String, Int32, String)] = [
    (
      "; fields=ZZ", 2,
      "@s.sdx, fields: the source has no field 'ZZ'; name one that it has: V, F, DB"
    ),
    (
      "; where=ZZ<1", 2,
      "@s.sdx, where: the source has no field 'ZZ'; name one that it has: V, F, DB"
    ),
    ("; fields=V,V", 2, "@s.sdx, fields: 'V' would be written twice; rename one with NEW=NAME"),
    ("; fields=V,V=F", 2, "@s.sdx, fields: 'V' would be written twice; rename one with NEW=NAME"),
    (
      "; fields=", 2,
      "@s.sdx, fields: nothing comes after '='; give a value or leave the key out"
    ),
    (
      "; bogus=1", 2,
      "@s.sdx: 'bogus=1' begins with none of the keys; use one of fields=, where=, match=, "
        + "prefix=, name="
    ),
    ("; match=exact; match=exact", 2, "@s.sdx, match: the key is given twice; give it once"),
    (
      "; where=V<", 2,
      "@s.sdx, where 'V<', character 3: a number or text is missing before the end; "
        + "write one, as in AF<0.01"
    ),
    (
      "; match=near", 2,
      "@s.sdx, match: there is no way of matching 'near'; use exact, position, overlap or "
        + "overlap=FRACTION"
    ),
    (
      "; match=overlap=2", 2,
      "@s.sdx, match: the share '2' is not above 0 and at most 1; write one such as overlap=0.5"
    ),
    (
      "; fields=9V=V", 2,
      "@s.sdx, fields, '9V=V': '9V' can't be an INFO key, which is a letter or '_' before "
        + "letters, digits, '_' and '.'; rename it with NEW=V"
    ),
    (
      "; fields=V=best(V)", 2,
      "@s.sdx, fields, 'V=best(V)': there is no reducer 'best'; use one of self, first, max, min, "
        + "mean, sum, unique, count, flag"
    ),
    (
      "; fields=FILTER=V", 2,
      "@s.sdx, fields, 'FILTER=V': FILTER is a column, and of the columns only ID is written; "
        + "name an INFO key with NEW=V"
    ),
    (
      "; fields=QUAL", 2,
      "@s.sdx, fields, 'QUAL': QUAL is a column, not an INFO key; give it one with NEW=QUAL"
    ),
    (
      "; fields=POS=F", 2,
      "@s.sdx, fields, 'POS=F': POS is a column, and of the columns only ID is written; "
        + "name an INFO key with NEW=F"
    ),
    (
      "; fields=XF=V", 2,
      "INFO key 'XF': the input declares Number='1', Type='Float' where the source needs Number=A, "
        + "Type=Integer; rename it with NEW=NAME or prefix="
    ),
    (
      "; fields=top=max(DB)", 2,
      "s: max needs numbers but DB is a flag; use count(DB) or flag(DB)"
    ),
  ]

  @Test(arguments: specifications.map(\.0))
  func `a specification that makes no sense is refused in a sentence`(_ text: String) throws {
    let asked = try #require(Self.specifications.first { $0.0 == text })
    let scene = try AnnotationScene()
    let index = try scene.index(scene.write(Self.source, to: "s.vcf"))
    let outcome = try scene.annotate(
      scene.write(Self.query, to: "q.vcf"), [index + text],
      ["--stats", scene.folder.file("stats.json"), "--tsv", scene.folder.file("t.tsv")])
    #expect(outcome.status == asked.1)
    let folder = scene.folder.path + "/"
    #expect(
      outcome.errors == "stardose: \(asked.2.replacingOccurrences(of: "@", with: folder))\n")
    #expect(try scene.folder.names == ["q.vcf", "s.sdx", "s.vcf"])
  }

  @Test func `two sources may not write one key`() throws {
    let scene = try AnnotationScene()
    let index = try scene.index(scene.write(Self.source, to: "s.vcf"))
    let input = try scene.write(Self.query, to: "q.vcf")
    let twice = try scene.annotate(input, [index, index])
    #expect(twice.status == 2)
    #expect(
      twice.errors
        == "stardose: INFO key 'V': two fields would be written to it; "
        + "rename one with NEW=NAME or prefix=\n")
    let apart = try scene.annotate(input, [index, "\(index); prefix=b_"])
    #expect(apart.status == 0)
    #expect(
      apart.records.first?.contains("\tXF=1;V=1;F=0.5;DB;b_V=1;b_F=0.5;b_DB\t") == true)
  }

  /// Changes of an index's bytes and what they end with.
  private static let damages: [(name: String, change: @Sendable (inout [UInt8]) -> Void, String)] =
    [
      ("header", { $0[20] ^= 1 }, "the index "),
      ("directory", { $0[100] ^= 1 }, "the index is damaged"),
      ("middle", { $0[$0.count / 2] ^= 0x40 }, "the index is damaged"),
      ("end", { $0[$0.count - 40] ^= 1 }, "the index is damaged"),
      ("version", { $0[8] = 9 }, "the index has format 9 and this stardose reads format 1"),
      ("content", { $0[40] = 0x7A }, "the index "),
      ("cut", { $0.removeLast($0.count / 2) }, "the index ends early"),
      ("one byte less", { $0.removeLast() }, "the index ends early"),
      ("one byte more", { $0.append(0) }, "the index is damaged, it is longer"),
    ]

  @Test(arguments: damages.map(\.name))
  func `a damaged index is refused`(_ name: String) throws {
    let damage = try #require(Self.damages.first { $0.name == name })
    let scene = try AnnotationScene()
    let index = try scene.index(scene.write(Self.source, to: "s.vcf"))
    var bytes = Array(try Foundation.Data(contentsOf: URL(fileURLWithPath: index)))
    damage.change(&bytes)
    _ = try scene.folder.write(bytes, to: "s.sdx")
    let outcome = try scene.annotate(scene.write(Self.query, to: "q.vcf"), [index])
    #expect(outcome.status == 4, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("stardose: \(index): \(damage.2)"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(!outcome.isThere)
  }

  @Test func `any flipped bit of an index changes nothing or is refused`() throws {
    let scene = try AnnotationScene()
    var text = "#CHROM\tPOS\tREF\tALT\tV:Integer\tT\n"
    var query = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    for number in 1...40_000 {
      text += "1\t\(number * 3)\tA\tC\t\(number &* 7919 % 1000)\tt\(number % 77)\n"
      if number % 400 == 0 { query += "1\t\(number * 3)\t.\tA\tC\t.\t.\t.\n" }
    }
    let index = try scene.index(scene.write(text, to: "s.tsv"))
    let input = try scene.write(query, to: "q.vcf")
    let sound = try scene.annotate(input, [index], ["--no-version"])
    try #require(sound.status == 0)
    let whole = Array(try Foundation.Data(contentsOf: URL(fileURLWithPath: index)))
    var dice = Dice(77)
    var refused = 0
    for _ in 0..<25 {
      var bytes = whole
      let place = dice.roll(0...whole.count - 1)
      bytes[place] ^= UInt8(1 << dice.roll(0...7))
      _ = try scene.folder.write(bytes, to: "s.sdx")
      let outcome = try scene.annotate(input, [index], ["--no-version"])
      if outcome.status == 0 {
        #expect(outcome.text == sound.text, "byte \(place)")
      } else {
        refused += 1
        #expect(!outcome.isThere)
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
      }
    }
    #expect(refused > 15)
  }

  @Test func `what is no index, or not there, is said to be so`() throws {
    let scene = try AnnotationScene()
    let source = try scene.write(Self.source, to: "s.vcf")
    let input = try scene.write(Self.query, to: "q.vcf")
    let other = try scene.annotate(input, [source])
    #expect(other.status == 2)
    #expect(
      other.errors
        == "stardose: \(source): this is no annotation index; make one with "
        + "'stardose index \(source) -o s.vcf.sdx'\n")
    let empty = try scene.write("", to: "e.sdx")
    let nothing = try scene.annotate(input, [empty])
    #expect(nothing.status == 2)
    #expect(
      nothing.errors
        == "stardose: \(empty): this is no annotation index, or its beginning is damaged; "
        + "make it again with 'stardose index'\n")
    let absent = try scene.annotate(input, [scene.folder.file("none.sdx")])
    #expect(absent.status == 4)
    #expect(
      absent.errors
        == "stardose: \(scene.folder.file("none.sdx")): there is no such file; check the path\n")
    let none = try scene.annotate(input, [])
    #expect(none.status == 2)
    let unknown = try scene.annotate(
      input, [try scene.index(source)], ["--samples", "NOPE"])
    #expect(unknown.status == 3)
    #expect(unknown.errors.contains("no sample is named 'NOPE'"))
    #expect(try scene.folder.names.allSatisfy { !$0.hasPrefix("out") })
  }

  @Test func `another assembly is refused by lengths and by REF`() throws {
    let scene = try AnnotationScene()
    func variants(_ contig: String, _ length: Int, _ bases: String) -> String {
      var text = "##fileformat=VCFv4.2\n##contig=<ID=\(contig),length=\(length)>\n"
      text += "##INFO=<ID=V,Number=A,Type=Integer,Description=\"v\">\n"
      text += "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
      for (number, base) in bases.enumerated() {
        let other = base == "A" ? "C" : "A"
        text += "\(contig)\t\(number * 5 + 1)\t.\t\(base)\t\(other)\t.\t.\t.\n"
      }
      return text
    }
    var dice = Dice(5)
    let bases = String(decoding: dice.bases(400), as: UTF8.self)
    let shifted = String(bases.dropFirst() + bases.prefix(1))
    let index = try scene.index(scene.write(variants("chr1", 248_956_422, bases), to: "s.vcf"))
    let lengths = try scene.annotate(
      scene.write(variants("1", 249_250_621, bases), to: "a.vcf"), [index])
    #expect(lengths.status == 4)
    #expect(
      lengths.errors
        == "stardose: \(scene.folder.file("a.vcf")): the variants are on GRCh37 and source 's' is on "
        + "GRCh38; give a source on GRCh38 or lift the variants over\n".replacingOccurrences(
          of: "source on GRCh38", with: "source on GRCh37"))
    let input = try scene.write(variants("1", 0, shifted), to: "b.vcf")
    let references = try scene.annotate(input, [index], ["--assembly", "GRCh38"])
    #expect(references.status == 4)
    let sentence = references.errors
    #expect(sentence.hasPrefix("stardose: \(input): REF is not that of source 's' at "))
    #expect(
      sentence.hasSuffix(
        " places compared, so the two seem to be on different assemblies; give a source on the "
          + "variants' assembly, or --allow-ref-mismatch if you know better\n"))
    #expect(!lengths.isThere && !references.isThere)
    let allowed = try scene.annotate(
      input, [index], ["--assembly", "GRCh38", "--allow-ref-mismatch"])
    #expect(allowed.status == 0)
    let same = try scene.annotate(
      scene.write(variants("chr1", 248_956_422, bases), to: "c.vcf"), [index])
    #expect(same.status == 0)
  }
}
