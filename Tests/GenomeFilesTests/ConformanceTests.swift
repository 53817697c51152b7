import Foundation
import GenomeFiles
import Testing

struct ConformanceTests {
  /// The folder of third-party cases, or nil where there is none.
  static let cases: String? = {
    let here = URL(fileURLWithPath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path =
      ProcessInfo.processInfo.environment["STARDOSE_CASES"]
      ?? root.deletingLastPathComponent().appendingPathComponent("shared/cases").path
    if FileManager.default.fileExists(atPath: path) { return path }
    print("third-party cases are skipped: there is no folder \(path); set STARDOSE_CASES")
    return nil
  }()

  private func files(under folder: String) -> [String] {
    guard let root = Self.cases,
      let names = FileManager.default.enumerator(atPath: root + "/" + folder)
    else { return [] }
    return names.compactMap { $0 as? String }.map { "\(root)/\(folder)/\($0)" }.sorted()
      .filter { !URL(fileURLWithPath: $0).hasDirectoryPath }
  }

  @Test(.enabled(if: cases != nil))
  func `every bad file is read or refused with one sentence`() {
    var refused = 0
    var read = 0
    for path in files(under: "bad-input") {
      do {
        _ = try scan(path)
        read += 1
      } catch let error as GenomeFileError {
        refused += 1
        #expect(!error.description.contains("\n"), "\(path)")
      } catch {
        Issue.record("\(path): \(error)")
      }
    }
    print("bad-input: \(read) files read, \(refused) refused")
    #expect(read > 200 && refused > 100)
  }

  @Test(.enabled(if: cases != nil))
  func `damaged third-party files are refused and sound ones are read`() throws {
    let root = try #require(Self.cases) + "/bad-input/"
    let expected: [(String, Bool)] = [
      ("derived/bgzf_truncated_midblock.vcf.gz", false), ("derived/trailing_garbage.vcf.gz", false),
      ("derived/header_only.vcf", true), ("derived/no_header.vcf", false),
      ("derived/unsorted.vcf", false), ("derived/gt_allele_out_of_range.vcf", false),
      ("derived/nul_byte.vcf", false), ("derived/latin1_sample_name.vcf", true),
      ("derived/hg19_contig_style.vcf", true), ("derived/bam_truncated.bam", false),
      ("derived/sam_gzip_as.bam", false), ("wild/NA12878.mini.bam", false),
      ("wild/sample_cpic.vcf", false),
    ]
    for (name, isRead) in expected where FileManager.default.fileExists(atPath: root + name) {
      let error = failure { _ = try scan(root + name) }
      #expect((error == nil) == isRead, "\(name): \(error?.description ?? "read")")
    }
  }

  @Test(.enabled(if: cases != nil))
  func `every test file of the peer is read`() {
    for path in files(under: "pharmcat-tests/vcf") where path.hasSuffix(".vcf") {
      let error = failure { _ = try scan(path, order: .tolerated) }
      #expect(error == nil, "\(error?.description ?? "")")
    }
  }
}
