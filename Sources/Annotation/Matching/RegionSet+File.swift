package import GenomeFiles

extension RegionSet {
  /// Reads a file of regions, plain or compressed: BED if its name says so, else CHROM, FROM, TO.
  package init(path: String) throws(GenomeFileError) {
    let isBED = [".bed", ".bed.gz", ".bed.bgz"].contains { path.lowercased().hasSuffix($0) }
    var file = try TextChunks(path: path)
    var regions: [Region] = []
    var number = 0
    while try file.advance() {
      var start = file.lines.lowerBound
      while start < file.lines.upperBound {
        number += 1
        let end =
          file.bytes.firstIndex(of: 10, from: start, to: file.lines.upperBound)
          ?? file.lines.upperBound
        let isReturned = end > start && file.bytes[end - 1] == 13
        let line = String(
          decoding: file.bytes[start..<(isReturned ? end - 1 : end)], as: UTF8.self)
        do throws(RegionFault) {
          if let region = try Region(line: line, isBED: isBED) { regions.append(region) }
        } catch {
          throw GenomeFileError(.regionMalformed(error.description), path: path, line: number)
        }
        start = end + 1
      }
    }
    self.init(regions)
  }
}
