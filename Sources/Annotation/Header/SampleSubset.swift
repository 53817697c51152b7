package import GenomeFiles

/// The samples that an output keeps.
package struct SampleSubset: Sendable, Hashable {
  /// The kept samples, counted from 0 at the first sample, in the order they are written.
  package let columns: [Int]
  /// The new `#CHROM` line, without its end; it has no FORMAT if no sample is kept.
  package let columnLine: [UInt8]

  /// Chooses samples.
  ///
  /// - Parameters:
  ///   - header: all lines up to and with `#CHROM`.
  ///   - names: `A,B` for these in this order, `^A,B` for all but these in the file's order.
  ///   - path: the file, for errors.
  package init(header: [UInt8], names: String, path: String) throws(GenomeFileError) {
    guard let text = HeaderText(header) else {
      throw GenomeFileError(.headerMissing, path: path)
    }
    let cells = text.columns.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    let samples = cells.dropFirst(9).map { String(decoding: $0, as: UTF8.self) }
    let excludes = names.hasPrefix("^")
    var chosen: [Int] = []
    for name in names.dropFirst(excludes ? 1 : 0).split(
      separator: ",", omittingEmptySubsequences: false)
    {
      guard let column = samples.firstIndex(of: String(name)) else {
        throw GenomeFileError(.sampleUnknown(String(name)), path: path)
      }
      if !chosen.contains(column) { chosen.append(column) }
    }
    columns = excludes ? samples.indices.filter { !chosen.contains($0) } : chosen
    let kept = cells.prefix(columns.isEmpty ? 8 : 9) + columns.map { cells[9 + $0] }
    columnLine = Array(kept.joined(separator: [UInt8(ascii: "\t")]))
  }
}
