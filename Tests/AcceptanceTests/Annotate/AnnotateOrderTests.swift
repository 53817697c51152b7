import Foundation
import TestSupport
import Testing

/// What a header does not declare, and in which order rows of one place come.
struct AnnotateOrderTests {
  private static let head =
    "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"

  @Test func `a key that only a late record has and no header declares is not written twice`()
    throws
  {
    let scene = try AnnotationScene()
    let index = try scene.index(
      scene.write("#CHROM\tPOS\tREF\tALT\tV\n1\t12500\tA\tC\tnew\n", to: "s.tsv"))
    var text = Self.head
    for number in 1...2500 {
      text += "1\t\(number * 5)\t.\tA\tC\t.\t.\t\(number == 2500 ? "V=old" : "D=1")\n"
    }
    let outcome = try scene.annotate(scene.write(text, to: "q.vcf"), [index])
    #expect(outcome.records.count == 2500)
    #expect(outcome.records.last?.hasSuffix("\tV=new\n") == true)
  }

  @Test func `rows of one place come in the order of their alleles, not of the source`() throws {
    let scene = try AnnotationScene()
    let index = try scene.index(
      scene.write(
        "#CHROM\tPOS\tREF\tALT\tV\n1\t10\tA\tT\tone\n1\t10\tA\tC\ttwo\n1\t10\tAC\tA\tthree\n",
        to: "s.tsv"))
    let input = try scene.write(Self.head + "1\t10\t.\tA\tG\t.\t.\t.\n", to: "q.vcf")
    let outcome = try scene.annotate(
      input, ["\(index); match=position; fields=V,first=first(V)"])
    // A>C before A>T, and the deletion of what follows behind both.
    #expect(outcome.records.first?.hasSuffix("\tV=two,one,three;first=two\n") == true)
  }
}
