import Foundation
import TestSupport
import Testing

/// The trap matrix (T12), the truth table of ALT slots (T4) and the odd inputs (T13).
struct AnnotateTrapTests {
  /// What each row's truth column comes to: the value of V, and of the ID column.
  private static let truths: [String: (value: String?, id: String)] = [
    "nochr": ("1", "rs100"), "exact_SNV": ("1", "rs100"), "padded_SNV_in_query": ("1", "rs100"),
    "lowercase_query": ("1", "rs100"), "multi_with_star": ("1,.", "rs100"),
    "NON_REF_query": (nil, "."), "padded_SNV_in_DB": ("2", "rs200"),
    "del_spelled_with_extra_suffix": ("3", "rs300"), "right-shifted_del_query": ("3", "rs300"),
    "ins_padded": ("4", "rs400"), "split_query_vs_multi_DB": ("6", "rs500"),
    "dup_query_1": ("5", "rs500"), "dup_query_2": ("5", "rs500"),
    "multi_query_vs_split_DB": ("7,8", "rs600"), "multi_query_swapped": ("8,7", "rs600"),
    "symbolic_DEL_same_END": ("9", "rs700"), "symbolic_DEL_other_END": (nil, "."),
    "lowercase_DB": ("10", "rs800"), "duplicate_DB_rows": ("11", "rs900"), "star": (nil, "."),
    "MNV_part": (nil, "."), "ref_mismatch": (nil, "."),
  ]

  private static let robust = AnnotationCases.table("T13-robustness.tsv")

  @Test(.enabled(if: AnnotationCases.shared != nil))
  func `every row of the trap matrix is as its truth column says`() throws {
    let scene = try AnnotationScene()
    let query = AnnotationCases.path("traps/trap-query.vcf")
    let index = try scene.index(
      AnnotationCases.path("traps/trap-db.vcf"), ["--fields", "ID,V,F"])
    let stats = scene.folder.file("stats.json")
    let outcome = try scene.annotate(query, ["\(index); fields=ID,V,F"], ["--stats", stats])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let before = AnnotationScene.records(of: try AnnotationScene.text(of: query))
    #expect(outcome.records.count == before.count)
    var seen: Set<String> = []
    for (old, new) in zip(before, outcome.records) {
      let cells = old.dropLast().split(separator: "\t").map(String.init)
      let info = cells[7]
      let label = String(info.dropFirst(2).prefix { $0 != ";" })
      let truth = try #require(Self.truths[label], "\(label)")
      seen.insert(label)
      var wanted = cells
      wanted[2] = truth.id
      if let value = truth.value {
        let frequencies = value.split(separator: ",").map { $0 == "." ? "." : "0.123894357" }
        wanted[7] = info + ";V=\(value);F=\(frequencies.joined(separator: ","))"
      }
      // QUAL 50.00 and XF=2.03e-78 among the rest, in the input's order.
      #expect(new == wanted.joined(separator: "\t") + "\n", "\(label)")
    }
    let rows = AnnotationCases.table("T12-trap-matrix.tsv")
    #expect(rows.count == 23)
    for row in rows {
      let truth = row["truth (canonical minimal-event identity, per ALT)"] ?? ""
      let labels =
        row["label"] == "dup_query_1 and _2"
        ? ["dup_query_1", "dup_query_2"] : [row["label"] ?? ""]
      for label in labels where !label.hasPrefix("existing") && label != "record order" {
        #expect(seen.contains(label), "\(label)")
        if truth.hasPrefix("V="), let value = Self.truths[label]?.value {
          #expect(truth.dropFirst(2).hasPrefix(value), "\(label)")
        }
      }
    }
    let counts = try JSONSerialization.jsonObject(
      with: Foundation.Data(contentsOf: URL(fileURLWithPath: stats)))
    let source = try #require(
      ((counts as? [String: Any])?["sources"] as? [[String: Any]])?.first)
    #expect(source["referenceDisagreements"] as? Int == 1)
    #expect((source["rejected"] as? [String: Int])?["reference"] == 1)
  }

  @Test func `slots of ALT are as the truth table says`() throws {
    let rows = AnnotationCases.table("T4-multiallelic-NumberA.tsv")
    let own: [[String: String]] = try Table(AnnotationCases.own.appendingPathComponent("slots.tsv"))
      .rows
    #expect(rows.isEmpty || rows.count == 8)
    for table in [rows, own] where !table.isEmpty {
      let scene = try AnnotationScene()
      var input = "##fileformat=VCFv4.2\n##contig=<ID=1>\n"
      var source = input + "##INFO=<ID=X,Number=A,Type=String,Description=\"x\">\n"
      input += "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
      source += "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
      for (number, row) in table.enumerated() {
        let place = "1\t\(number * 10 + 10)\t.\t\(row["REF"] ?? "A")\t"
        input += place + "\(row["query_ALT"] ?? "")\t.\t.\t.\n"
        source += place + "\(row["source_ALT"] ?? "")\t.\t.\tX=\(row["source_values"] ?? "")\n"
      }
      let index = try scene.index(scene.write(source, to: "s.vcf"))
      let outcome = try scene.annotate(scene.write(input, to: "q.vcf"), [index])
      try #require(outcome.records.count == table.count, "\(outcome.errors)")
      for (row, record) in zip(table, outcome.records) {
        let expected = String((row["expected"] ?? "").prefix { $0 != " " })
        let info = expected == "absent" ? "." : "X=\(expected)"
        #expect(record.dropLast().hasSuffix("\t\(info)"), "\(row): \(record)")
      }
    }
  }

  /// Each odd input, the status it ends with, and what its output or sentence has.
  private static let oddities: [(file: String, status: Int32, has: String)] = [
    ("robust-crlf.vcf", 0, "L=exact_SNV;XF=2.03e-78;DBV=1\r\n"),
    ("trap-query.vcf", 0, "L=exact_SNV;XF=2.03e-78;DBV=1\n"),
    ("robust-noinfo.vcf", 0, "L=exact_SNV;XF=2.03e-78;DBV=1\n"),
    ("robust-noctg.vcf", 0, "L=exact_SNV;XF=2.03e-78;DBV=1\n"),
    ("robust-uns.vcf", 0, "L=exact_SNV;XF=2.03e-78;DBV=1\n1\t100"),
    (
      "robust-noeof.vcf.gz", 3,
      "the compressed file ends before its end block, so the last part is missing; "
        + "copy or make it again\n"
    ),
    (
      "robust-truncated.vcf.gz", 3,
      "the compressed file ends before its end block, so the last part is missing; "
        + "copy or make it again\n"
    ),
    ("robust-big.vcf", 0, "chr1\t2147483648\t.\tA\tG\t.\t.\tV=1\n"),
    ("robust-pct.vcf", 0, "S=a%3Bb%2Cc%25;S2=x y\n"),
    ("robust-hdronly.vcf", 0, "#CHROM\tPOS"),
    (
      "robust-short.vcf", 3,
      ", record 1: the record has 4 columns where the header promises 8; check tabs and samples\n"
    ),
    ("", 3, ": the file is empty; a VCF begins with '##fileformat=VCF'\n"),
  ]

  @Test(.enabled(if: AnnotationCases.shared != nil), arguments: oddities.map(\.file))
  func `an odd input is read, or refused in one sentence`(file: String) throws {
    #expect(Self.robust.count == Self.oddities.count)
    let odd = try #require(Self.oddities.first { $0.file == file })
    let scene = try AnnotationScene()
    let index = try scene.index(AnnotationCases.path("traps/trap-db.vcf"))
    let input =
      try file.isEmpty
      ? scene.write("", to: "empty.vcf") : AnnotationCases.path("traps/\(file)")
    for type in ["v", "z"] {
      let outcome = try scene.annotate(
        input, ["\(index); fields=DBV=V"], ["--no-version"], type: type)
      #expect(outcome.status == odd.status, "\(outcome.errors)")
      #expect(outcome.isThere == (odd.status == 0))
      if odd.status == 0 {
        #expect(outcome.errors.isEmpty)
        #expect(outcome.text.utf8.split(separator: 0).count == 1)
        #expect(outcome.text.unicodeScalars.count > 50)
        #expect(Array(outcome.text.utf8).contains(odd.has.utf8), "\(outcome.text)")
      } else {
        #expect(outcome.errors.hasPrefix("stardose: \(input)"), "\(outcome.errors)")
        #expect(outcome.errors.hasSuffix(odd.has), "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
    }
  }
}

extension [UInt8] {
  /// Whether bytes stand in these bytes, as they are.
  fileprivate func contains(_ part: some Collection<UInt8>) -> Bool {
    indices.contains { self[$0...].starts(with: part) }
  }
}
