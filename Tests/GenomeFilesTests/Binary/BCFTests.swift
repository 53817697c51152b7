import Foundation
import GenomeFiles
import Testing

struct BCFTests {
  /// A header whose numbers are not in order, and one float that its shortest text can't keep.
  private static let vcf = SampleVCF(samples: ["A", "B"])
    .declaring(
      "INFO=<ID=AF,Number=A,Type=Float,Description=\"f\">",
      "INFO=<ID=DB,Number=0,Type=Flag,Description=\"d\">",
      "INFO=<ID=GENE,Number=.,Type=String,Description=\"g\">",
      "FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"d\">"
    )
    .adding("chr1 100 rs1 A G 50 PASS AF=0.123894357;DB;GENE=X GT:DP 0/1:7 1|1:300")
    .adding("chr1 200 . ACGT A,<DEL> . LowQual;q10 . GT . ./.")
    .adding("chr10 300 a;b C . 1.5 . END=400 DP 70000 .")

  private static func file(_ folder: Folder, _ text: String = vcf.text) throws -> String {
    try BCFWriter.write(text, to: folder("a.bcf"))
    return folder("a.bcf")
  }

  /// Reads all lines of a BCF as text.
  private static func lines(_ path: String, hasSamples: Bool = true) throws -> [String] {
    var reader = try BCFReader(path: path)
    var text: [UInt8] = []
    while try reader.next() { try reader.appendLine(to: &text, hasSamples: hasSamples) }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws -> String {
    var writer = try BGZFWriter(path: path)
    try writer.write(bytes)
    try writer.finish()
    return path
  }

  /// Copies a BCF with these additions to its first record and gives the new file.
  private static func splice(
    _ path: String, declaring added: String = "", info: String, identifier: String? = nil
  ) throws -> String {
    var reader = try BCFReader(path: path)
    let header = reader.headerText.replacingOccurrences(of: "#CHROM", with: added + "#CHROM")
    var encoder = try BCFEncoder(headerText: header, recordsOf: reader)
    var bytes = try encoder.takeHeader()
    while try reader.next() {
      if reader.recordCount == 1 {
        try encoder.append(
          recordOf: reader, adding: Array(info.utf8), identifier: identifier.map { Array($0.utf8) },
          to: &bytes)
      } else {
        try encoder.append(recordOf: reader, to: &bytes)
      }
    }
    return try write(bytes, to: path + ".spliced")
  }

  @Test func `records come back as their lines and columns`() throws {
    let folder = try Folder()
    let path = try Self.file(folder)
    var reader = try BCFReader(path: path)
    #expect(reader.headerText.contains("##INFO=<ID=AF,Number=A,Type=Float"))
    #expect(reader.headerText.hasSuffix("FORMAT\tA\tB\n"))
    #expect(try reader.next() == true)
    #expect(reader.contigName == "chr1")
    #expect(reader.position == 100)
    #expect(reader.identifier == "rs1")
    #expect(reader.reference == "A")
    #expect(reader.alternates == ["G"])
    #expect(try reader.next() == true)
    #expect(reader.identifier == ".")
    #expect(reader.alternates == ["A", "<DEL>"])
    #expect(try reader.next() == true)
    #expect(reader.contigName == "chr10")
    #expect(reader.alternates == [])
    #expect(try reader.next() == false)
    #expect(reader.recordCount == 3)
    let lines = try Self.lines(path)
    #expect(lines[1] == Self.vcf.lines[1])
    #expect(lines[2] == Self.vcf.lines[2])
    #expect(lines[0].hasPrefix("chr1\t100\trs1\tA\tG\t50\tPASS\tAF=0.123894;DB;GENE=X\tGT:DP"))
    #expect(
      try Self.lines(path, hasSamples: false)
        == lines.map { $0.split(separator: "\t").prefix(8).joined(separator: "\t") })
  }

  @Test func `a file written on without a change is the same to the byte`() throws {
    let folder = try Folder()
    let path = try Self.file(folder)
    let copy = try Self.splice(path, info: "")
    #expect(try BGZFWriter.content(of: copy) == BGZFWriter.content(of: path))
    #expect(try scan(copy).records == scan(path).records)
  }

  @Test func `an addition leaves every bit of the rest and goes to the end of INFO`() throws {
    let folder = try Folder()
    let path = try Self.file(folder)
    let declaration = "##INFO=<ID=NEW,Number=1,Type=Integer,Description=\"n\">\n"
    let spliced = try Self.splice(path, declaring: declaration, info: "NEW=70000;GENE=Y,Z")
    let lines = try Self.lines(spliced)
    #expect(
      lines[0].split(separator: "\t")[7] == "AF=0.123894;DB;NEW=70000;GENE=Y,Z")
    #expect(lines[0].hasSuffix("GT:DP\t0/1:7\t1|1:300"))
    #expect(lines[1...] == (try Self.lines(path))[1...])
    let float = (0.123894357 as Float).bitPattern
    let bits = (0..<4).map { UInt8(truncatingIfNeeded: float >> (8 * UInt32($0))) }
    let content = try BGZFWriter.content(of: spliced)
    #expect(content.indices.dropLast(4).contains { Array(content[$0..<$0 + 4]) == bits })
    #expect(try scan(spliced).records == scan(path).records)
  }

  @Test(arguments: ["rs2;rs3", ".", "", "a-very-long-identifier-of-more-than-fourteen-bytes"])
  func `an ID is replaced alone or with INFO`(identifier: String) throws {
    let folder = try Folder()
    let path = try Self.file(folder)
    let expected = identifier.isEmpty ? "." : identifier
    for info in ["", "DB"] {
      let spliced = try Self.splice(path, info: info, identifier: identifier)
      let columns = try Self.lines(spliced)[0].split(separator: "\t")
      #expect(columns[2] == expected)
      #expect(columns[7] == (info.isEmpty ? "AF=0.123894;DB;GENE=X" : "AF=0.123894;GENE=X;DB"))
      #expect(columns[3..<7] == ["A", "G", "50", "PASS"])
    }
  }

  @Test func `an END that is added moves the end of the record`() throws {
    let folder = try Folder()
    let text = SampleVCF().adding("chr1 100 . A <DEL> . . . GT 0/1").text
    let path = try Self.file(folder, text)
    let spliced = try Self.splice(path, info: "END=500")
    let content = try BGZFWriter.content(of: spliced)
    let start = Self.firstRecord(content)
    #expect(Array(content[start + 16..<start + 20]) == [0x91, 1, 0, 0])
    let plain = try Self.splice(path, info: "MEND=500")
    let other = try BGZFWriter.content(of: plain)
    let first = Self.firstRecord(other)
    #expect(Array(other[first + 16..<first + 20]) == [1, 0, 0, 0])
  }

  private static func firstRecord(_ content: [UInt8]) -> Int {
    9 + (0..<4).reduce(0) { $0 | Int(content[5 + $1]) << (8 * $1) }
  }

  @Test func `numbers out of order are kept`() throws {
    let folder = try Folder()
    var text = Self.vcf.text
    text = text.replacingOccurrences(of: "Description=\"f\">", with: "Description=\"f\",IDX=40>")
    text = text.replacingOccurrences(of: "<ID=chr10>", with: "<ID=chr10,IDX=9>")
    let path = try Self.file(folder, text)
    let declaration = "##INFO=<ID=NEW,Number=1,Type=Float,Description=\"n\">\n##contig=<ID=z>\n"
    let spliced = try Self.splice(path, declaring: declaration, info: "NEW=1.5")
    #expect(try Self.lines(spliced)[0].contains("AF=0.123894;DB;GENE=X;NEW=1.5"))
    #expect(try Self.lines(spliced)[1...] == Self.lines(path)[1...])
    #expect(try Self.lines(path)[2].hasPrefix("chr10\t300"))
  }

  @Test func `an output header that lacks a name of the input is refused`() throws {
    let folder = try Folder()
    let reader = try BCFReader(path: Self.file(folder))
    let header = SampleVCF(samples: ["A", "B"]).text
    #expect(
      failure { _ = try BCFEncoder(headerText: header, recordsOf: reader) }?.description.contains(
        "the output header must keep") == true)
  }

  @Test func `an undeclared name is declared in time or refused, never lost`() throws {
    let folder = try Folder()
    let text = SampleVCF().adding("chrNew 5 . A G . odd X=1;Y GT:ZZ 0/1:a").text
    #expect(
      failure { try BCFWriter.write(text, to: folder("a.bcf")) }?.description
        == "\(folder("a.bcf")), record 1: the header does not declare 'chrNew', which BCF demands; "
        + "declare it, or write VCF instead")
    let header = SampleVCF().text
    let line = Array(text.utf8.dropFirst(header.utf8.count).dropLast())
    var encoder = try BCFEncoder(headerText: header, path: "a.vcf")
    let missing = try encoder.declareNames(in: line, 0..<line.count)
    #expect(Set(missing) == ["chrNew", "odd", "X", "Y", "ZZ"])
    #expect(try encoder.declareNames(in: line, 0..<line.count) == [])
    var bytes = try encoder.takeHeader()
    try encoder.append(line: line, 0..<line.count, to: &bytes)
    let path = try Self.write(bytes, to: folder("b.bcf"))
    let lines = try Self.lines(path)
    #expect(lines == ["chrNew\t5\t.\tA\tG\t.\todd\tX=1;Y\tGT:ZZ\t0/1:a"])
  }

  @Test func `names that the header lacks are found once and declared`() throws {
    let folder = try Folder()
    let vcf = SampleVCF().adding("chr1 4 . A G . PASS END=5 GT 0/1")
      .adding("chrNew 5 . A G . odd;q10;. X=1;Y;END=6;Y=2 GT:ZZ 0/1:a")
      .adding("chrNew 6 . A G . odd . . .").adding("chrNew 7 . A G . . Z;;X=a=b;. ZZ:GT a:0/1")
    var names = UndeclaredNames(headerText: vcf.header)
    let text = Array(vcf.text.utf8)
    var start = vcf.header.utf8.count
    while let line = LineColumns(in: text, from: start, to: text.count) {
      names.look(at: text, line)
      start = line.next
    }
    let found = names.declarations.map { $0.prefix { $0 != "," && $0 != ">" } }
    #expect(
      found == [
        "##contig=<ID=chrNew", "##FILTER=<ID=odd", "##FILTER=<ID=.", "##INFO=<ID=X",
        "##INFO=<ID=Y", "##FORMAT=<ID=ZZ", "##INFO=<ID=Z", "##INFO=<ID=.",
      ])
    let declared = vcf.text.replacingOccurrences(
      of: "#CHROM", with: names.declarations.joined(separator: "\n") + "\n#CHROM")
    try BCFWriter.write(declared, to: folder("a.bcf"))
    #expect(try Self.lines(folder("a.bcf")).count == 4)
  }

  @Test func `what BCF can't hold is refused in a sentence`() throws {
    let header = SampleVCF().text
    for position in ["2147483648", "4294967296"] {
      let line = Array("chr1\t\(position)\t.\tA\tG\t.\t.\t.\tGT\t0/1".utf8)
      var encoder = try BCFEncoder(headerText: header, path: "a.vcf")
      var bytes = try encoder.takeHeader()
      #expect(
        failure { try encoder.append(line: line, 0..<line.count, to: &bytes) }?.description
          == "a.vcf, record 1 (chr1:\(position)): the record lies at or reaches past base "
          + "2147483648, where BCF ends; write VCF instead")
    }
    let line = Array("chr1\t5\t.\tA".utf8)
    var encoder = try BCFEncoder(headerText: header, path: "a.vcf")
    var bytes: [UInt8] = []
    #expect(
      failure { try encoder.append(line: line, 0..<line.count, to: &bytes) }?.kind
        == .columnCount(found: 4, expected: 10))
    #expect(bytes.isEmpty)
  }

  @Test func `a reader takes BCF from a pipe and stored without compression`() throws {
    let folder = try Folder()
    let path = try Self.file(folder)
    let name = "a.bcf"
    let expected = try Self.lines(path)
    #expect(try throughPipe(folder.data(name)) { try Self.lines($0) } == expected)
    let plain = try folder.file("b.bcf", Data(BGZFWriter.content(of: path)))
    #expect(try BlockInput(path: plain).isBCF == true)
    #expect(try Self.lines(plain) == expected)
    var gzip = try BGZFWriter(path: folder("d.bcf"), isPlainGzip: true)
    try gzip.write(BGZFWriter.content(of: path))
    try gzip.finish()
    #expect(try Self.lines(folder("d.bcf")) == expected)
    let vcf = try folder.file("c.vcf", Self.vcf.text)
    #expect(failure { _ = try BCFReader(path: vcf) } != nil)
  }

  @Test func `a cut BCF is refused at the latest at its end`() throws {
    let folder = try Folder()
    let path = try Self.file(folder)
    let whole = try folder.data("a.bcf")
    for length in stride(from: 3, to: whole.count, by: 11) {
      let cut = try folder.file("b.bcf", whole.prefix(length))
      #expect(failure { _ = try Self.lines(cut) } != nil, "\(length) bytes")
      let isPipeRefused =
        failure {
          _ = try throughPipe(whole.prefix(length)) { try Self.lines($0) }
        } != nil
      #expect(isPipeRefused, "\(length) bytes")
    }
    let plain = try BGZFWriter.content(of: path)
    let cut = try folder.file("c.bcf", Data(plain.dropLast(3)))
    #expect(failure { _ = try Self.lines(cut) } != nil)
  }
}
