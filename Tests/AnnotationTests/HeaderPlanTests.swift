import Annotation
import GenomeFiles
import Testing

@Suite struct HeaderPlanTests {
  private let lines = [
    "##fileformat=VCFv4.2", "##INFO=<ID=DP,Number=1,Type=Integer,Description=\"a, \\\"b\\\" >c\">",
    "##odd line ", "##INFO=<ID=OLD>", "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"\">",
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNA1\tNA2\tNA3",
  ]
  private let frequency = OutputField(
    target: "gn_AF", type: .float, number: .perAlternate, summary: "Say \"AF\" \\ (from g)")
  private let newLine =
    "##INFO=<ID=gn_AF,Number=A,Type=Float,Description=\"Say \\\"AF\\\" \\\\ (from g)\">"

  @Test(
    "Lines are added after the last INFO line and before the columns", arguments: ["\n", "\r\n"])
  func places(end: String) throws {
    let plan = try HeaderPlan(
      inputHeader: bytes(lines, end), fields: [frequency], provenance: ["##stardose=1"])
    let expected =
      lines[...3] + [newLine, lines[4], "##stardose=1", lines[5]]
    #expect(plan.outputHeader == bytes(Array(expected), end))
    #expect(plan.added == ["gn_AF"])
  }

  @Test("Without INFO lines the new ones come before the columns")
  func noInfo() throws {
    let header = bytes([lines[0], lines[5]], "\n").dropLast()
    let plan = try HeaderPlan(
      inputHeader: Array(header), fields: [frequency], provenance: ["##p"])
    #expect(
      plan.outputHeader == Array(bytes([lines[0], newLine, "##p", lines[5]], "\n").dropLast()))
  }

  @Test("A header to which nothing is added stays as it is, odd bytes included")
  func untouched() throws {
    let header = [0xEF, 0xBB, 0xBF] + bytes(lines, "\n") + [0xFF, 0x00]
    let plan = try HeaderPlan(inputHeader: header, fields: [], provenance: [])
    #expect(plan.outputHeader == header)
  }

  @Test("A key declared the same way is used, the ID column needs none")
  func reuse() throws {
    let same = OutputField(target: "DP", type: .integer, number: .count(1), summary: "other")
    let identifier = OutputField(target: "ID", type: .string, number: .unbounded, summary: "")
    let plan = try HeaderPlan(
      inputHeader: bytes(lines, "\n"), fields: [same, identifier], provenance: [])
    #expect(plan.outputHeader == bytes(lines, "\n"))
    #expect(plan.added.isEmpty)
  }

  @Test(
    "A key that would be mixed up is refused",
    arguments: [
      (
        [OutputField(target: "DP", type: .integer, number: .perAlternate, summary: "")],
        "INFO key 'DP': the input declares Number='1', Type='Integer' where the source needs "
          + "Number=A, Type=Integer; rename it with NEW=NAME or prefix="
      ),
      (
        [OutputField(target: "OLD", type: .flag, number: .count(0), summary: "")],
        "INFO key 'OLD': the input declares Number=nothing, Type=nothing where the source needs "
          + "Number=0, Type=Flag; rename it with NEW=NAME or prefix="
      ),
      (
        [OutputField(target: "A F", type: .flag, number: .count(0), summary: "")],
        "INFO key 'A F': VCF allows a letter or '_' before letters, digits, '_' and '.' only; "
          + "rename it with NEW=NAME"
      ),
      (
        Array(
          repeating: OutputField(target: "X", type: .flag, number: .count(0), summary: ""), count: 2
        ),
        "INFO key 'X': two fields would be written to it; rename one with NEW=NAME or prefix="
      ),
    ])
  func conflicts(fields: [OutputField], sentence: String) {
    let error = #expect(throws: HeaderError.self) {
      try HeaderPlan(inputHeader: bytes(lines, "\n"), fields: fields, provenance: [])
    }
    #expect(error?.description == sentence)
  }

  @Test("A header without columns is refused")
  func noColumns() {
    let error = #expect(throws: HeaderError.self) {
      try HeaderPlan(inputHeader: bytes(Array(lines.dropLast()), "\n"), fields: [], provenance: [])
    }
    #expect(
      error?.description
        == "header: no line begins with '#CHROM'; give a file with its whole header")
  }

  @Test(
    "Keys are those VCF allows",
    arguments: [
      ("AF", true), ("_x.1", true), ("1000G", true), ("1KG", false), ("", false), ("A-F", false),
      ("Ä", false), (".A", false), ("A=", false),
    ])
  func keys(name: String, isKey: Bool) {
    #expect(OutputField.isKey(name) == isKey)
  }

  @Test("A field says where it is from")
  func field() throws {
    let source = IndexField(name: "AF", type: .float, number: .count(1), summary: "Frequency")
    let output = try OutputField(
      FieldRequest(source: "AF", target: "gn_AF"), of: source, match: .exact, source: "gnomAD")
    #expect(
      output
        == OutputField(
          target: "gn_AF", type: .float, number: .perAlternate,
          summary: "Frequency (from gnomAD)"))
  }

  @Test(
    "A field that can't be carried is refused",
    arguments: [
      (
        IndexField(name: "PL", type: .integer, number: .perGenotype, summary: ""), nil,
        "g: PL has one value a genotype, which other alleles would disorder; "
          + "leave it out or reduce it, as in max(PL)"
      ),
      (
        IndexField(name: "DB", type: .flag, number: .count(0), summary: ""), .max,
        "g: max needs numbers but DB is a flag; use count(DB) or flag(DB)"
      ),
    ] as [(IndexField, Reducer?, String)])
  func uncarried(field: IndexField, reducer: Reducer?, sentence: String) {
    let request = FieldRequest(source: field.name, target: field.name, reducer: reducer)
    let error = #expect(throws: HeaderError.self) {
      try OutputField(request, of: field, match: .exact, source: "g")
    }
    #expect(error?.description == sentence)
  }

  @Test("A source's line tells file, content, licence and fields")
  func source() throws {
    let specification = try SourceSpecification(
      parsing: "x/g.sdx; fields=AF,+top=max(B),ID; prefix=gn_; match=overlap=0.5; name=gnomAD 4")
    let description = IndexDescription(
      source: "g,1.vcf.gz", sha256: "ab12", sourceBytes: 1, built: "2026-11-23",
      release: "4.1 \"x\"", licence: "CC0\n1.0")
    let line = ProvenanceLine.source(
      specification, description, fields: specification.fields ?? [], match: .reciprocal(0.5))
    #expect(
      line == "##stardose_source=<ID=gnomAD_4,Name=\"gnomAD 4\",File=\"g,1.vcf.gz\",SHA256=ab12,"
        + "Built=2026-11-23,Release=\"4.1 \\\"x\\\"\",Licence=\"CC0 1.0\","
        + "Fields=\"AF>gn_AF,max(B)>+top,ID>ID\",Match=\"overlap=0.5\">")
  }

  @Test("The command and the version are told on one line each")
  func command() {
    #expect(
      ProvenanceLine.command(["annotate", "-a", "g.sdx; fields=AF", "in\n.vcf", ""])
        == "##stardose_annotateCommand=annotate -a \"g.sdx; fields=AF\" \"in .vcf\" \"\"")
    #expect(ProvenanceLine.version("1.0") == "##stardose_annotateVersion=1.0")
  }

  @Test(
    "Samples are chosen by name or left out by name",
    arguments: [
      ("NA3,NA1", [2, 0], "FORMAT\tNA3\tNA1"), ("^NA2", [0, 2], "FORMAT\tNA1\tNA3"),
      ("NA2,NA2", [1], "FORMAT\tNA2"), ("^NA1,NA2,NA3", [], nil),
    ] as [(String, [Int], String?)])
  func samples(names: String, columns: [Int], rest: String?) throws {
    let header = bytes(lines, "\r\n")
    let subset = try SampleSubset(header: header, names: names, path: "a.vcf")
    let line = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO" + (rest.map { "\t" + $0 } ?? "")
    #expect(subset.columns == columns)
    #expect(subset.columnLine == Array(line.utf8))
    let plan = try HeaderPlan(inputHeader: header, fields: [], provenance: [], samples: subset)
    #expect(plan.outputHeader == bytes(lines.dropLast() + [line], "\r\n"))
  }

  @Test("A sample that is not there is refused", arguments: ["NA1,NA9", "^NA9"])
  func unknownSample(names: String) {
    let error = #expect(throws: GenomeFileError.self) {
      try SampleSubset(header: bytes(lines, "\n"), names: names, path: "a.vcf")
    }
    #expect(error?.kind == .sampleUnknown("NA9"))
  }

  private func bytes(_ lines: [String], _ end: String) -> [UInt8] {
    Array(lines.map { $0 + end }.joined().utf8)
  }
}
