/// The text of a VCF, put together line by line.
struct SampleVCF {
  var samples = ["S1"]
  var meta: [String] = []
  var lines: [String] = []

  init(samples: [String] = ["S1"]) { self.samples = samples }

  /// Adds a record; tabs stand where the text has spaces.
  func adding(_ line: String) -> SampleVCF {
    var copy = self
    copy.lines.append(
      line.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\t"))
    return copy
  }

  /// Adds header lines without `##`.
  func declaring(_ lines: String...) -> SampleVCF {
    var copy = self
    copy.meta += lines
    return copy
  }

  var header: String {
    let columns =
      ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
      + (samples.isEmpty ? [] : ["FORMAT"] + samples)
    return
      (["##fileformat=VCFv4.2"] + (Self.standardMeta + meta).map { "##" + $0 }
      + [columns.joined(separator: "\t")]).joined(separator: "\n") + "\n"
  }

  var text: String { header + lines.map { $0 + "\n" }.joined() }

  private static let standardMeta = [
    "contig=<ID=chr1,length=248956422>", "contig=<ID=chr2>", "contig=<ID=chr10>",
    "contig=<ID=chrUn_1:a>",
    "FILTER=<ID=LowQual,Description=\"low\">", "FILTER=<ID=q10,Description=\"low\">",
    "INFO=<ID=END,Number=1,Type=Integer,Description=\"end, of block\">",
    "INFO=<ID=MEND,Number=1,Type=Integer,Description=\"not an end\">",
    "FORMAT=<ID=GT,Number=1,Type=String,Description=\"genotype\">",
  ]
}
