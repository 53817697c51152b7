import Annotation
import Foundation
import GenomeFiles
import TestSupport
import Testing

/// What was not asked for stays as it is, byte for byte, however it is stored and shared out.
struct AnnotateUntouchedTests {
  private static let files: [String] = {
    guard AnnotationCases.shared != nil,
      let names = FileManager.default.enumerator(atPath: SharedCases.folder.path)
    else { return [] }
    return names.compactMap { $0 as? String }.filter { name in
      [".vcf", ".vcf.gz", ".vcf.bgz"].contains { name.hasSuffix($0) }
    }.filter { name in
      let path = SharedCases.folder.appendingPathComponent(name).path
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return (size ?? 0) < (name.hasPrefix("annotation/") ? 1 << 24 : 1 << 13)
    }.sorted()
  }()

  @Test func `every public file comes back with no byte changed but INFO's additions`() async throws
  {
    guard AnnotationCases.shared != nil else { return }
    var (read, changed) = (0, 0)
    var refused: [String] = []
    for name in Self.files {
      let path = SharedCases.folder.appendingPathComponent(name).path
      guard let text = try? AnnotationScene.text(of: path) else {
        refused.append(name)
        continue
      }
      let folder = try TemporaryFolder()
      let sources = try Self.sources(for: text, in: folder)
      for source in sources {
        var first: [UInt8]?
        let isOfInterest = name.hasPrefix("annotation/")
        for (format, threads) in [
          (OutputFormat.text, 1), (.blocks(level: 1), 2), (.text, 2), (.blocks(level: 1), 1),
        ].prefix(isOfInterest ? 4 : 2) {
          let output = folder.file("out")
          do {
            let outcome = try await AnnotationDesk.job(
              path, [source], to: output, format: format, threads: threads
            ).run()
            let found = Array(try AnnotationScene.text(of: output).utf8)
            if let first {
              #expect(found == first, "\(name), \(format), \(threads) threads")
            } else {
              first = found
              changed += outcome.statistics.linesChanged
              let fault = Self.firstFault(text, String(decoding: found, as: UTF8.self))
              #expect(fault == nil, "\(name): \(fault ?? "")")
              read += 1
            }
            try FileManager.default.removeItem(atPath: output)
          } catch let error as GenomeFileError {
            #expect(!FileManager.default.fileExists(atPath: output))
            if refused.last != "\(name): \(error.kind)" { refused.append("\(name): \(error.kind)") }
          } catch let error as AnnotationError {
            #expect(error.kind == .assembly, "\(error)")
            if refused.last != "\(name): \(error)" { refused.append("\(name): \(error)") }
          }
        }
      }
    }
    print("public files: \(read) runs, \(changed) records changed, refused: \(refused.count)")
    for line in refused { print("  refused: \(line.prefix(200))") }
    #expect(read > 400 && changed > 1000)
    // Of those htslib reads, one has coordinates beyond 32 bits and one a line of four columns.
    let known = [
      "htslib/longrefs/index.expected1.vcf", "htslib/longrefs/index.expected2.vcf",
      "htslib/longrefs/index.vcf", "traps/robust-noeof.vcf.gz", "traps/robust-short.vcf",
      "traps/robust-truncated.vcf.gz",
    ]
    let ours = refused.filter { $0.hasPrefix("annotation/") }
      .map { String($0.dropFirst("annotation/".count).prefix { $0 != ":" }) }
    #expect(ours == known)
  }

  /// An index that knows none of the records and one that knows every third.
  private static func sources(for text: String, in folder: TemporaryFolder) throws -> [String] {
    var known = "#CHROM\tPOS\tREF\tALT\tZZQ\n"
    for (number, line) in AnnotationScene.records(of: text).enumerated() where number % 3 == 0 {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 8, UInt32(cells[1]) != nil, !cells[3].isEmpty, !cells[4].isEmpty else {
        continue
      }
      known += "\(cells[0])\t\(cells[1])\t\(cells[3])\t\(cells[4])\tq\(number)\n"
    }
    let none = "#CHROM\tPOS\tREF\tALT\tZZQ\nchr1\t3\tACGTACGTACGTAC\tA\tx\n"
    return try [("none", none), ("third", known)].map { name, table in
      let path = folder.file("\(name).sdx")
      try AnnotationDesk.compile(
        try folder.write(Array(table.utf8), to: "\(name).tsv"), to: path)
      return path
    }
  }

  /// The first difference that is not an addition of ours to INFO or to the header.
  static func firstFault(_ input: String, _ output: String) -> String? {
    func header(_ text: String) -> [Substring] {
      text.utf8.split(separator: 10).prefix { $0.first == 35 }.compactMap(Substring.init)
    }
    let added = header(output).filter {
      !$0.hasPrefix("##INFO=<ID=ZZQ,") && !$0.hasPrefix("##stardose_")
    }
    if added != header(input) { return "the header" }
    let (old, new) = (AnnotationScene.records(of: input), AnnotationScene.records(of: output))
    if old.filter({ $0 != "\n" && $0 != "\r\n" }).count != new.count { return "the count" }
    for (before, after) in zip(old.filter { $0 != "\n" && $0 != "\r\n" }, new)
    where before != after {
      let fault = "'\(before.prefix(200))' became '\(after.prefix(200))'"
      let cells = before.utf8.split(separator: 9, omittingEmptySubsequences: false)
      let found = after.utf8.split(separator: 9, omittingEmptySubsequences: false)
      if cells.count != found.count { return fault }
      for (index, (cell, other)) in zip(cells, found).enumerated()
      where !cell.elementsEqual(other) {
        guard index == 7 else { return fault }
        var info = Array(cell)
        while info.last == 10 || info.last == 13 { info.removeLast() }
        let lead: [UInt8] = info == [46] ? [] : info.last == 59 || info.isEmpty ? info : info + [59]
        guard other.starts(with: lead + Array("ZZQ=".utf8)) else { return fault }
        let value = other.dropFirst(lead.count).prefix { $0 != 10 && $0 != 13 }
        if value.contains(59) { return fault }
      }
    }
    return nil
  }
}
