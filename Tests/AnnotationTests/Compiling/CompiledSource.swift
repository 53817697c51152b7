import Foundation
import Genome
import GenomeFiles
import TestSupport

@testable import Annotation

/// A source written to a folder of its own, compiled, and read back row by row.
final class CompiledSource {
  let folder: TemporaryFolder
  let path: String
  let output: String

  init(_ text: String, named name: String = "source.vcf") throws {
    folder = try TemporaryFolder()
    path = try folder.write(Array(text.utf8), to: name)
    output = folder.file("out.sdx")
  }

  /// A VCF of records given as `POS REF ALT INFO`, with spaces, on chr1 unless five are given.
  convenience init(vcf records: [String], info: [String] = []) throws {
    try self.init(Self.vcf(records, info: info))
  }

  static func vcf(_ records: [String], info: [String] = []) -> String {
    var text = "##fileformat=VCFv4.2\n##contig=<ID=chr1,length=248956422,assembly=GRCh38>\n"
    for line in info { text += "##INFO=<\(line)>\n" }
    text += "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    for record in records {
      var parts = record.split(separator: " ").map(String.init)
      if parts.count == 4 { parts.insert("chr1", at: 0) }
      text += "\(parts[0])\t\(parts[1])\trs1\t\(parts[2])\t\(parts[3])\t50.00\tPASS\t\(parts[4])\n"
    }
    return text
  }

  @discardableResult
  func compile(
    _ change: (inout CompilationOptions) -> Void = { _ in }
  ) throws -> CompilationSummary {
    var options = CompilationOptions(source: path, output: output, built: "2026-11-23")
    options.licence = "CC0"
    change(&options)
    return try IndexCompilation.compile(options)
  }

  /// The sentence a compilation fails with.
  func refusal(_ change: (inout CompilationOptions) -> Void = { _ in }) -> String? {
    do {
      try compile(change)
      return nil
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
    }
  }

  /// Every row as `contig position length start+del>ins|spelling value value`, `.` where missing.
  var rows: [String] {
    get throws {
      let index = try AnnotationIndex(path: output)
      let columns = index.description.fields.reduce(0) { $0 + $1.columnCount }
      var block = IndexBlock(index: index)
      var rows: [String] = []
      for contig in index.contigs.indices {
        for number in index.blocks(ofContig: contig) {
          try block.load(number, of: index)
          let spans = block.placed()
          for row in 0..<block.count {
            let key = EventKey(packed: block.keys[row])
            let length = spans.ends[row] - spans.positions[row] + 1
            let event = Self.text(key.code) ?? Self.text(block.spelling(row: row))
            let values = (0..<columns).map { column in
              block.text(row: row, column: column).map { Self.text($0) } ?? "."
            }
            let parts = [
              index.contigs[contig].name, "\(spans.positions[row])", "\(length)",
              "\(key.start)\(event)",
            ]
            rows.append((parts + values).joined(separator: " "))
          }
        }
      }
      return rows
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func text(_ code: UInt32) -> String? {
    if code == EventCode.site { return "site" }
    return EventCode.bases(code).map { "\(text($0.deleted))>\(text($0.inserted))" }
  }
}
