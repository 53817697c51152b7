import GenomeFiles
import Testing

struct LineColumnsTests {
  /// The columns as split finds them.
  private func check(_ line: String, ending: String, before: String, after: String) throws {
    let text = Array((before + line + ending + after).utf8)
    let start = before.utf8.count
    let columns = try #require(LineColumns(in: text, from: start, to: text.count))
    func cut(_ from: Int, _ to: Int) -> String { String(decoding: text[from..<to], as: UTF8.self) }
    let expected = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    #expect(columns.start == start)
    #expect(cut(columns.start, columns.contigEnd) == expected[0])
    #expect(cut(columns.contigEnd + 1, columns.idStart - 1) == expected[1])
    #expect(cut(columns.idStart, columns.referenceStart - 1) == expected[2])
    #expect(cut(columns.referenceStart, columns.alternateStart - 1) == expected[3])
    #expect(cut(columns.alternateStart, columns.qualityStart - 1) == expected[4])
    #expect(cut(columns.qualityStart, columns.filterStart - 1) == expected[5])
    #expect(cut(columns.filterStart, columns.infoStart - 1) == expected[6])
    #expect(cut(columns.infoStart, columns.infoEnd) == expected[7])
    #expect(cut(columns.start, columns.end) == line)
    #expect(cut(columns.next, text.count) == after)
    let digits = expected[1].utf8.allSatisfy { (48...57).contains($0) }
    let isNumber = digits && (1...10).contains(expected[1].utf8.count)
    #expect(columns.position == (isNumber ? Int(expected[1]) : -1))
    #expect(
      LineColumns.tabs(in: text, from: columns.start, to: columns.end) == expected.count - 1)
  }

  private static let lines = [
    "chr1\t12538\t.\tC\tA\t424.00\tPASS\tAC=1;AF=0.500\tGT:AD\t0/1:14,15",
    "1\t1\t.\tC\tA\t.\t.\t.", "\t\t\t\t\t\t\t", "\t\t\t\t\t\t\t\t",
    "HLA-DRB1*15:01:01:01\t4294967295\trs1;rs2\tACGTACGTACGTACGT\tA,<DEL>\t1e-5\tq10;s50\tX",
    "chr1\t99999999999\t.\tC\tA\t.\t.\tX", "chr1\t-5\t.\tC\tA\t.\t.\tX", "chr1\t\t.\tC\tA\t.\t.\tX",
    "chr1\t12a\t.\tC\tA\t.\t.\tX\tGT",
    "chr1\t9999999999\t\u{8}\n".filter { $0 != "\n" }
      + "\t\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\t\u{A0}\u{89}\t.\tPASS\tÄ=1\t",
    "c\t1\t.\tC\tA\t.\t.\tAC=1;\r\tGT\r", "c\t1\t.\tC\tA\t.\t.\t",
  ]

  @Test(arguments: lines, ["\n", "\r\n", ""])
  func `columns lie where a split finds them`(line: String, ending: String) throws {
    if ending.isEmpty {
      try check(line, ending: "", before: "", after: "")
      try check(line, ending: "", before: "#x\n", after: "")
    } else if !line.hasSuffix("\r") || ending == "\r\n" {
      try check(line, ending: ending, before: "", after: "")
      try check(line, ending: ending, before: "x\n", after: "1\t2\t3\t4\t5\t6\t7\t8\t9\n")
    }
  }

  @Test(arguments: ["", "chr1", "chr1\t1\t.\tC\tA\t.\t.", "\t\t\t\t\t\t", "#CHROM\tPOS"])
  func `a line with fewer than eight columns has none`(line: String) {
    let text = Array((line + "\n\t\t\t\t\t\t\t\t\t\t\n").utf8)
    #expect(LineColumns(in: text, from: 0, to: text.count) == nil)
    #expect(LineColumns(in: text, from: 0, to: line.utf8.count) == nil)
  }

  @Test func `the limit cuts a line like the end of the text`() throws {
    let text = Array("c\t1\t.\tC\tA\t.\t.\tAC=1\tGT\t0/1\n".utf8)
    let columns = try #require(LineColumns(in: text, from: 0, to: 17))
    #expect(columns.infoEnd == 17)
    #expect(columns.end == 17)
    #expect(columns.next == 17)
    #expect(LineColumns(in: text, from: 0, to: 13) == nil)
  }
}
