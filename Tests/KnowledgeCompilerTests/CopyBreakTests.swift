import Testing

struct CopyBreakTests {
  @Test(arguments: eventBreaks + regionBreaks)
  func `a fault in copy events or stable regions is told with its line`(fault: Break) throws {
    let folder = try FixtureFolder()
    try folder.replace(fault.old, by: fault.new, in: fault.file)
    #expect(folder.errors.sorted() == fault.sentences)
  }

  @Test func `an event named for an allele the gene lacks is a note`() throws {
    let folder = try FixtureFolder()
    try folder.replace("allele: \"*2\"", by: "allele: \"*99\"", in: Self.events)
    #expect(folder.errors == [])
    #expect(
      folder.notes.contains(
        "\(Self.events), line 1: an event is named for an allele ALPHA does not have, so nothing is "
          + "known of it, found '*99'; add the allele to the gene when a source lists it"))
  }

  private static let events = "copy-events/ALPHA.yaml"
  private static let regions = "stable-regions.tsv"

  private static let eventBreaks: [Break] = [
    Break(
      events, "gene: ALPHA", "gene: BETA",
      "1: the file is not named for its gene, found 'BETA'; name the file 'BETA.yaml'"),
    Break(
      events, "contig: chr10", "contig: chr30",
      "2: 'contig' of copy events is not known, found 'chr30'; use one of chr1 to chr22, chrX, chrY, "
        + "chrM"),
    Break(
      events, "occurrence: rare", "occurrence: seldom",
      "3: 'occurrence' of copy events is not known, found 'seldom'; use one of common, rare"),
    Break(
      events, "[1000, 2000]", "[2000, 1000]",
      "5: a place of an interval must be its first and last base, found '2000, 1000'; write it as "
        + "[100, 200]"),
    Break(
      events, "  - {name: exon 2, grch38: [4000, 5000]}", "  - {name: exon 2}",
      "6: an interval lies on no assembly, found 'exon 2'; add 'grch38' or 'grch37'"),
    Break(
      events, "grch38: [4000, 5000]", "grch38Alternate: [4000, 5000]",
      "6: an interval lies on an alternate sequence that is not described, found 'a list'; add "
        + "'alternate' with its accession and length to the gene"),
    Break(
      events, "contig: chr10", "contig: chr10\nalternate: {accession: AB1.1}",
      "3: an alternate sequence lacks 'length'; add the field"),
    Break(
      events,
      "intervals:\n  - {name: exon 1, grch38: [1000, 2000], grch37: [2000, 3000]}",
      "alternate: {accession: AB1.1, length: 900}\nintervals:\n  "
        + "- {name: exon 1, grch38Alternate: [800, 901], grch37: [2000, 3000]}",
      "6: an interval is not within its alternate sequence, found '800-901'; correct it, or the "
        + "sequence's length"),
    Break(
      events, "name: exon 2", "name: exon 1",
      "1: two intervals have the same name; rename one of them"),
    Break(
      events, "copies: [0, 1]", "copies: [0]",
      "1: a hybrid must give the copies of each interval, and not one of all, found '*3'; write one "
        + "number for each interval"),
    Break(
      events, "copies: [0, 1]", "copies: [0, many]",
      "1: a hybrid must give the copies of each interval, and not one of all, found '*3'; write one "
        + "number for each interval",
      "9: an entry of 'copies' of an event must be a small whole number, found 'many'; write digits "
        + "only"),
    Break(
      events, "wholeDeletion, allele: \"*2\"", "wholeDeletion, allele: \"*2\", copies: [0, 0]",
      "1: only a hybrid gives copies, found 'wholeDeletion'; remove 'copies'"),
    Break(
      events, "wholeDuplication}", "wholeDuplication, allele: \"*2\"}",
      "1: a duplication bears the name of what it doubles, found '*2'; remove 'allele'"),
    Break(
      events, "sources:\n  - {name: Sample, id: a table}", "sources: []",
      "1: copy events have no source; say where they come from"),
    Break(
      events, "name: Sample", "name: Aunt",
      otherFile: [
        "sources.yaml: a source that factors, risks, copy events or equations name is not described, found "
          + "'Aunt'; add an entry with its name and licence"
      ]),
  ]

  private static let regionBreaks: [Break] = [
    Break(
      regions, "chr1\t100\t200", "chr1\t200\t100",
      "3: a stable region has no place, found 'chr1:200-100'; give a contig, its first and its last "
        + "base"),
    Break(
      regions, "autosome", "autosom",
      "3: 'role' of a row is not known, found 'autosom'; use one of autosome, chromosomeX, "
        + "chromosomeY, mitochondrion"),
    Break(
      regions, "BETA\tchr1\t100\t200\t300\t400", "BETA\tchr10\t1500\t1600\t300\t400",
      "3: a stable region overlaps a gene with copy events on GRCh38, found 'chr10:1500-1600'; move "
        + "it"),
    Break(
      regions, "X1\tchrX", "X1\tchr2",
      "4: a stable region's contig does not fit its role, found 'chr2'; correct the role or the contig",
      "4: a stable region's contig does not fit its role, found 'chr2'; correct the role or the contig"
    ),
    Break(
      regions, "chromosomeX\tX1\tchrX\t100\t200\t300\t400",
      "autosome\tX1\tchr1\t150\t250\t500\t600",
      "4: two stable regions overlap on GRCh38, found 'chr1:150-250'; move or remove one of them"),
  ]
}
