internal import Annotation
internal import GenomeFiles

/// The regions of `--regions` and `--regions-file`.
enum RequestedRegions {
  /// Reads both; nil if neither was given.
  static func read(list: String?, file: String?) throws -> RegionSet? {
    guard list != nil || file != nil else { return nil }
    var regions = RegionSet()
    for region in list?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
      guard regions.add(region) else {
        throw RequestError(
          "--regions: '\(region)' is no region; write chr1, chr1:1000, chr1:1000-2000 or chr1:1000-"
        )
      }
    }
    if let file { try add(file, to: &regions) }
    return regions
  }

  /// Adds the lines of a file: CHROM, FROM, TO from 1 up, or those of a BED file from 0 up.
  private static func add(_ path: String, to regions: inout RegionSet) throws {
    let text = String(decoding: try BGZFWriter.content(of: path), as: UTF8.self)
    let isBED = [".bed", ".bed.gz", ".bed.bgz"].contains { path.lowercased().hasSuffix($0) }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let cells = line.split(whereSeparator: \.isWhitespace)
      guard let contig = cells.first, contig.first != "#", !isBED || !isHeading(contig) else {
        continue
      }
      let bounds = cells.dropFirst().prefix(2).map { Int($0) }
      let first = bounds.first ?? nil
      let last = bounds.count > 1 ? bounds[1] : isBED ? nil : first
      guard !bounds.contains(nil), !isBED || bounds.count == 2, (first ?? 0) >= 0,
        (last ?? .max) >= (first ?? 0)
      else {
        throw VariantFileError(
          .regionMalformed(
            isBED
              ? "a BED line has contig, start and end" : "a line has contig, first and last base"),
          path: path, line: index + 1)
      }
      if isBED, first == last { continue }
      regions.add(contig: String(contig), from: isBED ? first.map { $0 + 1 } : first, to: last)
    }
  }

  private static func isHeading(_ word: Substring) -> Bool { word == "track" || word == "browser" }
}
