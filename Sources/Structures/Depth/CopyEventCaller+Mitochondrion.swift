internal import Knowledge

extension CopyEventCaller {
  /// The depth of the mitochondrial genome over that of one autosomal copy, for information: about
  /// half the mitochondrial genomes in a cell; nil if it was not measured.
  public var mitochondrialCopies: Double? {
    let depths = depths(of: .mitochondrion)
    return depths.isEmpty ? nil : depths.map(\.copies).median
  }
}
