import TestSupport
import Testing

@testable import Annotation

@Suite struct ExplanationTests {
  @Test(
    "A variant is read from the right, whatever its contig is called",
    arguments: [
      ("chr10:94781859:G:A", "chr10", 94_781_859, "G", "A", "."),
      ("HLA-A*01:01:01:01:1000:A:G,AT", "HLA-A*01:01:01:01", 1000, "A", "G,AT", "."),
      ("chr2:321681:G:G]chr17:198982]", "chr2", 321681, "G", "G]chr17:198982]", "."),
      ("1:1000:N:<DUP:TANDEM>;END=2000", "1", 1000, "N", "<DUP:TANDEM>", "END=2000"),
      ("1:1000:n:*", "1", 1000, "n", "*", "."), ("1:1000:A:.", "1", 1000, "A", ".", "."),
    ])
  func parsing(
    text: String, contig: String, position: UInt32, reference: String, alternate: String,
    info: String
  ) throws {
    let variant = try ExplainedVariant(parsing: text)
    #expect(variant.contig == contig)
    #expect(variant.position == position)
    #expect(variant.reference == reference)
    #expect(variant.alternate == alternate)
    #expect(variant.info == info)
  }

  @Test(
    "What is no variant is refused",
    arguments: [
      "", "chr1", "chr1:1000", "chr1:1000:A", "chr1:x:A:G", "chr1:1000:A:", "chr1:1000:A:G,",
      "chr1:1000:?:G", "chr1:99999999999:A:G", ":1000:A:G", "chr1:1000:A:G\tx", "chr1:1000:A:<>",
    ])
  func refused(text: String) {
    #expect(throws: SpecificationError.self) { try ExplainedVariant(parsing: text) }
  }

  @Test(
    "Each row is told why it counts or not",
    arguments: [
      ("chr1:1000:G:A", "", [.matches([1]), .otherAllele], "AF=0.1"),
      ("chr1:1000:G:C,A", "", [.matches([2]), .matches([1])], "AF=0.002,0.1"),
      ("chr1:1000:G:T", "", [.otherAllele, .otherAllele], ""),
      ("chr1:1000:C:A", "", [.otherReference, .otherReference], ""),
      ("chr1:1000:G:*", "", [.nothingAsked, .nothingAsked], ""),
      ("chr1:1000:G:A", "where=AF<0.01", [.filtered, .otherAllele], ""),
      ("chr1:1009:ACTT:ACT", "", [.matches([1])], "AF=0.3"),
      ("chr1:1010:C:CT", "", [.otherAllele], ""),
      ("chr1:2000:N:<DEL>;END=3000", "", [.matches([1]), .otherPlace], "AF=0.01"),
      ("chr1:2000:N:<DEL>;END=2600", "", [.otherEnd(row: 3000, variant: 2600), .otherPlace], ""),
      ("chr1:2000:N:<INV>;END=3000", "", [.otherType(row: "<DEL>"), .otherPlace], ""),
      (
        "chr1:2001:N:<DEL>;END=3000", "match=overlap=0.9",
        [.matches([]), .overlapTooSmall(ofVariant: 0.401, ofRow: 1)], "AF=0.01"
      ),
      ("chr1:1001:C:T", "match=position", [], ""),
      ("chr1:1000:G:T", "match=position", [.matches([]), .matches([])], "AF=0.1,0.002"),
      ("chr1:2600:A:T", "match=overlap", [.matches([]), .matches([])], "AF=0.01,0.02"),
      ("chr1:1011:T:A", "match=position", [.otherPlace], ""),
    ] as [(String, String, [RowVerdict], String)])
  func verdicts(
    text: String, options: String, verdicts: [RowVerdict], written: String
  ) throws {
    let found = try SourceExplanation(
      ExplainedVariant(parsing: text), in: try source("fields=AF; \(options)"), reference: nil)
    #expect(found.contig == "1")
    #expect(found.entries.map(\.verdict) == verdicts)
    #expect(found.addition == written)
  }

  @Test("REF of row and variant are compared base by base")
  func agreement() throws {
    let found = try SourceExplanation(
      ExplainedVariant(parsing: "1:1010:CTA:CT"), in: try source("fields=AF"), reference: nil)
    #expect(found.entries.map(\.agreement) == [.same])
    let other = try SourceExplanation(
      ExplainedVariant(parsing: "1:1000:a:t"), in: try source("fields=AF"), reference: nil)
    let g = UInt8(ascii: "G")
    #expect(
      other.entries.map(\.agreement)
        == Array(repeating: .differs(at: 1000, row: g, variant: UInt8(ascii: "A")), count: 2))
  }

  @Test("Where no row lies, the nearest are named; a contig that is not there is said to be so")
  func text() throws {
    let explanation = try Explanation(
      sources: [.opened(try source("fields=AF"))], assembly: nil, reference: nil)
    let between = try explanation.text(of: ExplainedVariant(parsing: "chr1:1500:A:G"))
    #expect(between.contains("contig: 'chr1' is '1' in the source"))
    #expect(between.contains("the nearest before is 1:1011 T>- (record at 1010-1012)"))
    #expect(between.contains("the nearest behind is 1:2000 <DEL> to 3000 (record at 2000-3000)"))
    #expect(between.contains("writes: nothing"))
    let first = try explanation.text(of: ExplainedVariant(parsing: "1:5:A:G"))
    #expect(first.contains("the nearest behind is 1:1000 G>A"))
    #expect(!first.contains("nearest before"))
    let last = try explanation.text(of: ExplainedVariant(parsing: "1:5000:A:G"))
    #expect(last.contains("the nearest before is 1:2500 <DUP> to 2900"))
    #expect(!last.contains("nearest behind"))
    let nowhere = try explanation.text(of: ExplainedVariant(parsing: "chrUn_x:1:A:G"))
    #expect(nowhere.contains("not in the source under 'chrUn_x' or another usual name; it has 1"))
    let padded = try explanation.text(of: ExplainedVariant(parsing: "1:1009:ACTT:ACT"))
    #expect(padded.contains("allele: 1:1011 T>-, trimmed from 1009 ACTT>ACT"))
    #expect(padded.contains("writes: AF=0.3"))
  }

  /// The rows of a small source, in memory.
  private func source(_ options: String) throws -> AnnotationSource {
    let fields = [IndexField(name: "AF", type: .float, number: .perAlternate, summary: "")]
    var writer = AnnotationIndexWriter(fields: fields)
    try writer.begin(contig: "1")
    let rows: [(Int, String, String, Int?, String)] = [
      (1000, "G", "A", nil, "0.1"), (1000, "G", "C", nil, "0.002"),
      (1010, "CTT", "CT", nil, "0.3"), (2000, "N", "<DEL>", 3000, "0.01"),
      (2500, "N", "<DUP>", 2900, "0.02"),
    ]
    for (position, reference, alternate, end, value) in rows {
      let event = try #require(
        Event(
          position: position, reference: Array(reference.utf8), alternate: Array(alternate.utf8),
          end: end))
      var payload = RowPayload()
      payload.begin(spelling: event.spelling)
      payload.append(Array(value.utf8))
      let length = end.map { $0 - position + 1 } ?? reference.utf8.count
      try writer.append(
        key: event.key, position: UInt32(position), length: UInt32(length),
        payload: payload.bytes.span)
    }
    let index = try writer.finishInMemory(
      description: IndexDescription(
        source: "a.vcf", sha256: "", sourceBytes: 0, built: "2026-11-23", fields: fields),
      name: "a.sdx")
    return try AnnotationSource(SourceSpecification(parsing: "a.sdx; \(options)"), index: index)
  }
}
