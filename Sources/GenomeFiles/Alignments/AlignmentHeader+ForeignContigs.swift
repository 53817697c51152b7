public import Genome

extension AlignmentHeader {
  /// The primary contigs whose length is not the assembly's: another sequence by the same name, such
  /// as the older mitochondrion of UCSC's hg19 (16,571 bases; NC_001807).
  public func foreignContigs(on assembly: Assembly) -> Set<Contig> {
    Set(
      contigs.compactMap { entry in
        guard let contig = Contig(name: entry.name), let length = entry.length,
          length != ReferenceLengths.length(of: contig, in: assembly)
        else { return nil }
        return contig
      })
  }
}
