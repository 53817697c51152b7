extension GenomeFileError {
  /// What can be wrong with a file.
  public enum Kind: Sendable, Hashable {
    /// No file has this path.
    case notFound
    /// The file may not be read.
    case permissionDenied
    /// The path names a folder.
    case isDirectory
    /// The system refused to open or read the file; its own words.
    case unreadable(String)
    /// Not a single byte, or nothing after decompression.
    case empty
    /// Neither VCF nor BCF; the first bytes.
    case unknownFormat(beginning: String)
    /// A format that holds no variants; its name.
    case otherFormat(String)
    /// Reads where variants were asked for; the format's name.
    case readsAsVariants(String)
    /// Records without the lines that explain them.
    case headerMissing
    /// The header can't be read; what and what to do.
    case headerMalformed(String)
    /// Two columns have this sample name.
    case sampleRepeated(String)
    /// The caller asked for a sample the file does not have.
    case sampleUnknown(String)
    /// The compressed file ends before its end block.
    case truncated
    /// Something that is no block follows the end block; how many bytes.
    case bytesAfterEnd(Int)
    /// A compressed block fails to decompress or to match its checksum.
    case damaged
    /// A plain text file ends within a record.
    case lineCutShort
    /// A record has too few or too many columns.
    case columnCount(found: Int, expected: Int)
    /// POS is not a number from 0 up; what was found.
    case positionInvalid(String)
    /// A record breaks the format otherwise; what and what to do.
    case recordMalformed(String)
    /// GT names an allele that the record does not have.
    case alleleOutOfRange(Int, alleles: Int)
    /// A record comes before its predecessor, whose place is given.
    case unsorted(after: String)
    /// A contig's records are in two separate parts of the file.
    case contigReappears
    /// The index doesn't belong to the file as it is now; the index's path.
    case indexStale(String)
    /// The index can't be read; its path.
    case indexUnreadable(String)
    /// Standard input can be read once only.
    case alreadyRead
    /// A line of a BED file can't be read; what and what to do.
    case regionMalformed(String)
    /// A FASTA file or its index can't be used; what and what to do.
    case referenceUnusable(String)
    /// A file of reads without a byte.
    case noAlignments
    /// Neither BAM nor CRAM; the first bytes.
    case notAlignments(beginning: String)
    /// A format other than BAM and CRAM where reads were asked for; its name and what to do.
    case notAlignmentFormat(String, remedy: String)
    /// The header of a file of reads can't be read; what and what to do.
    case alignmentHeaderMalformed(String)
    /// A file of reads without an index beside it.
    case alignmentIndexMissing
    /// The index of a file of reads doesn't belong to it as it is now; the index's path and why.
    case alignmentIndexStale(String, because: String)
    /// The index of a file of reads can't be read; its path.
    case alignmentIndexUnreadable(String)
    /// An alignment can't be read; what and what to do.
    case alignmentMalformed(String)
    /// Alignments out of order.
    case alignmentsUnsorted
  }
}

extension GenomeFileError.Kind: CustomStringConvertible {
  /// What was wrong, what was found and what to do.
  public var description: String {
    switch self {
    case .notFound: "there is no such file; check the path"
    case .permissionDenied: "reading it is not permitted; check its owner and mode"
    case .isDirectory: "this is a folder; name one file in it"
    case .unreadable(let reason): "reading failed: \(reason)"
    case .empty: "the file is empty; a VCF begins with '##fileformat=VCF'"
    case .unknownFormat(let beginning):
      "this is neither VCF nor BCF, it begins with \(quoted(beginning, limit: 24)); "
        + "a VCF begins with '##fileformat=VCF'"
    case .otherFormat(let name): "this is \(name), not VCF or BCF; give a file of called variants"
    case .readsAsVariants(let name):
      "this is \(name), not VCF or BCF; name reads with --reads, as an indexed BAM or CRAM file"
    case .headerMissing:
      "records come before any header; put '##fileformat=VCFv4.2' and the '#CHROM' line first"
    case .headerMalformed(let what): what
    case .sampleRepeated(let name):
      "two columns are named \(quoted(name)); rename one with 'bcftools reheader'"
    case .sampleUnknown(let name):
      "no sample is named \(quoted(name)); the names are in the '#CHROM' line"
    case .truncated:
      "the compressed file ends before its end block, so the last part is missing; "
        + "copy or make it again"
    case .bytesAfterEnd(let count):
      "\(count) byte\(count == 1 ? "" : "s") that \(count == 1 ? "is" : "are") no compressed block "
        + "follow\(count == 1 ? "s" : "") the block that marks the file's end; "
        + "cut \(count == 1 ? "it" : "them") off, or copy or make the file again"
    case .damaged:
      "a compressed block is damaged, so records are lost; copy or make the file again"
    case .lineCutShort: "the file ends within this record; copy or make it again"
    case .columnCount(let found, let expected):
      "the record has \(found) columns where the header promises \(expected); "
        + "check tabs and samples"
    case .positionInvalid(let text): "POS is \(quoted(text)), not a whole number from 0 up"
    case .recordMalformed(let what): what
    case .alleleOutOfRange(let allele, let alleles):
      "GT names allele \(allele) but REF and ALT give \(alleles), counted from 0; "
        + "call the variants again"
    case .unsorted(let previous):
      "the record comes after \(quoted(previous)), so the file is not sorted; "
        + "sort it with 'bcftools sort'"
    case .contigReappears:
      "the contig comes back after another one, so the file is not sorted; "
        + "sort it with 'bcftools sort'"
    case .indexStale(let index):
      "the index \(quoted(index, limit: 4096)) was made for another version of this file; "
        + "rebuild it with 'bcftools index -f' or delete it"
    case .indexUnreadable(let index):
      "the index \(quoted(index, limit: 4096)) can't be read; "
        + "rebuild it with 'bcftools index -f' or delete it"
    case .alreadyRead: "standard input can be read only once; give the variants as a file"
    case .regionMalformed(let what): what
    case .referenceUnusable(let what): what
    case .noAlignments: "the file is empty; give a BAM or CRAM file with its index"
    case .notAlignments(let beginning):
      "this is neither BAM nor CRAM, it begins with \(quoted(beginning, limit: 24)); "
        + "give the reads as an indexed BAM or CRAM file"
    case .notAlignmentFormat(let name, let remedy): "this is \(name), not BAM or CRAM; \(remedy)"
    case .alignmentHeaderMalformed(let what): what
    case .alignmentIndexMissing:
      "the reads have no index beside them; make one with 'samtools index'"
    case .alignmentIndexStale(let index, let reason):
      "the index \(quoted(index, limit: 4096)) does not belong to this file: \(reason); "
        + "make it again with 'samtools index'"
    case .alignmentIndexUnreadable(let index):
      "the index \(quoted(index, limit: 4096)) can't be read; "
        + "make it again with 'samtools index'"
    case .alignmentMalformed(let what): what
    case .alignmentsUnsorted:
      "alignments are not in the order of their places; sort them with 'samtools sort'"
    }
  }
}
