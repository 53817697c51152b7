import Foundation
import MappedIndex
import TestSupport
import Testing

@testable import Annotation

@Suite struct AnnotationIndexTests {
  @Test("Every row comes back with its key, place, spelling and values")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sdx")
    let rows = made(5000)
    try write(rows, to: path)
    let index = try AnnotationIndex(path: path)
    #expect(index.description.rows == 5000)
    #expect(index.contigs.map(\.name) == ["chr1"])
    try index.verify()
    var block = IndexBlock(index: index)
    var row = 0
    for number in index.blocks(ofContig: try #require(index.contigNumber(named: "1"))) {
      try block.load(number, of: index)
      let spans = block.placed()
      for local in 0..<block.count {
        let expected = rows[row]
        #expect(block.keys[local] == expected.event.key.packed)
        #expect(spans.positions[local] == expected.position)
        #expect(spans.ends[local] == expected.position + expected.length - 1)
        if EventCode.needsSpelling(expected.event.key.code) {
          #expect(block.hasSpelling(expected.event.spelling, row: local))
        }
        #expect(block.text(row: local, column: 0) == expected.values[0])
        #expect(block.text(row: local, column: 1) == expected.values[1])
        row += 1
      }
    }
    #expect(row == 5000)
  }

  @Test("A changed byte in a block is noticed")
  func damage() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sdx")
    try write(made(3000), to: path)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[2000] ^= 4
    try bytes.write(to: URL(fileURLWithPath: path))
    let index = try AnnotationIndex(path: path)
    #expect(throws: MappedIndexError.self) { try index.verify() }
  }

  @Test("Looking for a key finds the first row not below it from any hint")
  func search() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sdx")
    let rows = made(600)
    try write(rows, to: path)
    let index = try AnnotationIndex(path: path)
    var block = IndexBlock(index: index)
    try block.load(0, of: index)
    for hint in [0, 1, 299, 598, 599, 600] {
      for probe in stride(from: 0, to: 600, by: 7) {
        let key = rows[probe].event.key.packed
        let expected = rows.firstIndex { $0.event.key.packed >= key }
        #expect(block.firstRow(notBelow: key, near: hint) == expected)
      }
      #expect(block.firstRow(notBelow: 0, near: hint) == 0)
      #expect(block.firstRow(notBelow: .max, near: hint) == 600)
    }
  }

  private struct Row {
    let event: Event
    let position: UInt32
    let length: UInt32
    let values: [[UInt8]?]
  }

  private func made(_ count: Int) -> [Row] {
    let spellings = [
      ("A", "G"), ("AT", "GT"), ("C", "CTTTTTTTTTTTTTTTTT"), ("GATTACA", "G"), ("T", "<DEL>"),
      ("N", "."),
      ("A", "N"),
    ]
    let rows = (0..<count).map { number -> Row in
      let (reference, alternate) = spellings[number % spellings.count]
      let position = 1000 + number * 3
      let event: Event? = Event(
        position: position, reference: Array(reference.utf8), alternate: Array(alternate.utf8),
        end: alternate == "<DEL>" ? position + number : nil)
      let length = alternate == "<DEL>" ? number + 1 : reference.utf8.count
      let values: [[UInt8]?] = [
        number % 5 == 0 ? nil : Array("0.\(number + 100)".utf8),
        number % 3 == 0 ? Array("text \(number % 40)".utf8) : Array("\(number)".utf8),
      ]
      return Row(
        event: event ?? .site(UInt32(position)), position: UInt32(position), length: UInt32(length),
        values: values)
    }
    return rows.sorted { $0.event.key < $1.event.key }
  }

  private func write(_ rows: [Row], to path: String) throws {
    let fields = [
      IndexField(name: "AF", type: .float, number: .perAlternate, summary: ""),
      IndexField(name: "S", type: .string, number: .count(1), summary: ""),
    ]
    var writer = try AnnotationIndexWriter(path: path, fields: fields)
    try writer.begin(contig: "chr1")
    for row in rows {
      var payload = RowPayload()
      payload.begin(spelling: row.event.spelling)
      row.values.forEach { payload.append($0) }
      try writer.append(
        key: row.event.key, position: row.position, length: row.length, payload: payload.bytes.span)
    }
    try writer.finish(
      description: IndexDescription(
        source: "a.vcf", sha256: "", sourceBytes: 0, built: "2026-11-23", fields: fields))
  }
}
