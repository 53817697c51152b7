import Annotation
import Foundation
import Testing

@Suite struct TableRowTests {
  private let fields = [
    OutputField(target: "AF", type: .float, number: .perAlternate, summary: ""),
    OutputField(target: "SIG", type: .string, number: .unbounded, summary: ""),
    OutputField(target: "DB", type: .flag, number: .count(0), summary: ""),
    OutputField(target: "ID", type: .string, number: .unbounded, summary: ""),
    OutputField(target: "allele", type: .string, number: .count(1), summary: ""),
  ]

  @Test("A tab-separated table has a row an allele")
  func tabular() {
    var output: [UInt8] = []
    let rows = TabularRows(fields: fields)
    rows.appendHeader(to: &output)
    rows.append(
      record(
        "G,*", id: "",
        [["0.10", nil], ["x%2Cy,z\\%09"], [""], ["rs1"], ["", "a"]]),
      to: &output)
    #expect(
      String(decoding: output, as: UTF8.self) == """
        CHROM\tPOS\tID\tREF\tALT\tAF\tSIG\tDB\tallele
        chr1\t100\t.\tA\tG\t0.10\tx,y,z\\\\\\t\t1\t.
        chr1\t100\t.\tA\t*\t.\tx,y,z\\\\\\t\t1\ta

        """)
  }

  @Test("A JSON line has an object an allele")
  func json() {
    let output = json(
      record("G,*", [["0.10", nil], ["x%2Cy,.", nil], [nil, ""], ["rs1"], ["p\"\u{1}", "."]]))
    #expect(
      output == #"{"contig":"chr1","position":100,"id":"rs1","reference":"A","filter":"PASS","#
        + #""alternates":[{"allele":"G","AF":0.10,"SIG":["x,y",null],"INFO/allele":"p\"\u0001"},"#
        + #"{"allele":"*","DB":true}]}"# + "\n")
  }

  @Test(
    "A number is the source's text if JSON takes it",
    arguments: [
      ("0.123894357", "0.123894357"), ("1e-300", "1e-300"), ("-0", "-0"), ("-0.0E+5", "-0.0E+5"),
      ("12345678901234567890123", "12345678901234567890123"), ("NaN", "\"NaN\""),
      ("inf", "\"inf\""),
      (".5", "\".5\""), ("1.", "\"1.\""), ("+1", "\"+1\""), ("01", "\"01\""), ("0x1", "\"0x1\""),
      ("1e", "\"1e\""), ("-", "\"-\""), ("1 ", "\"1 \""), ("1,2", "\"1,2\""),
    ])
  func numbers(text: String, expected: String) throws {
    let line = json(record("G", [[text], [nil], [nil], [nil], [nil]]))
    #expect(line.contains("{\"allele\":\"G\",\"AF\":\(expected)}"))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }

  @Test("Bytes that are not UTF-8 are replaced and the line stays JSON")
  func damagedText() throws {
    var record = record("G", [[nil], [nil], [nil], [nil], [nil]])
    record.id = [0xFF, 0x41, 0x0A]
    record.values[4] = [[0xC3, 0x28, 0x25, 0x30, 0x41]]
    var output: [UInt8] = []
    JSONLines(fields: fields).append(record, to: &output)
    let line = String(decoding: output, as: UTF8.self)
    #expect(line.contains("\"id\":\"\u{FFFD}A\\n\""))
    #expect(line.contains("\"INFO/allele\":\"\u{FFFD}(\\n\""))
    #expect(output.count { $0 == 10 } == 1)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(output)) }
  }

  @Test("Absent stays absent: no value, no key")
  func absent() {
    var record = record(".", id: ".", [[nil], [], [nil], [nil], [""]])
    record.filter = [UInt8(ascii: ".")]
    #expect(
      json(record)
        == #"{"contig":"chr1","position":100,"id":null,"reference":"A","filter":null,"#
        + #""alternates":[{"allele":"."}]}"# + "\n")
  }

  private func json(_ record: TableRecord) -> String {
    var output: [UInt8] = []
    JSONLines(fields: fields).append(record, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func record(
    _ alternates: String, id: String = "rs1", _ values: [[String?]]
  ) -> TableRecord {
    TableRecord(
      contig: Array("chr1".utf8)[...], position: Array("100".utf8)[...], id: Array(id.utf8)[...],
      reference: Array("A".utf8)[...], alternates: Array(alternates.utf8)[...],
      filter: Array("PASS".utf8)[...],
      values: values.map { $0.map { $0.map { Array($0.utf8) } } })
  }
}
