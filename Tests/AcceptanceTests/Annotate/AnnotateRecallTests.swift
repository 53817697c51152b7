import Foundation
import Testing

/// What is found of a random source, held against a search of every row by what it does.
struct AnnotateRecallTests {
  private static let names = ["chr3", "X"]
  private static let queryNames = ["3", "chrX"]

  /// A row of the source: one allele, or an interval.
  private struct Row {
    var change: Change
    var record: SpelledRecord
    var value: Int
  }

  private struct Material {
    var references: [[UInt8]]
    var rows: [Row] = []
    var source = ""
    var query: [SpelledRecord] = []
    var input = ""
  }

  /// Few letters, so that much can be shifted.
  private static func references(_ dice: inout Dice) -> [[UInt8]] {
    (0..<2).map { _ in
      var bases: [UInt8] = []
      while bases.count < 2500 {
        let unit = dice.bases(dice.roll(1...4))
        for _ in 0..<dice.roll(1...6) { bases += unit }
        if dice.falls(50) { bases += dice.bases(dice.roll(5...20)) }
      }
      return bases
    }
  }

  private static func data(_ seed: Int, isShifted: Bool) -> Material {
    var dice = Dice(seed)
    var data = Material(references: references(&dice))
    var known: [Change] = []
    for _ in 0..<250 { known.append(Change.random(data.references, &dice)) }
    var records = SpelledRecord.some(
      350, of: known, references: data.references, isShifted: isShifted, &dice
    ).filter { $0.alleles.allSatisfy { $0.change != nil } }
    // Half of the sources are sorted.
    if seed % 2 == 0 { records.sort { ($0.contig, $0.position) < ($1.contig, $1.position) } }
    data.source =
      header(names) + """
        ##INFO=<ID=V,Number=A,Type=Integer,Description="v">
        ##INFO=<ID=R,Number=R,Type=Integer,Description="r">
        ##INFO=<ID=N,Number=1,Type=String,Description="n">
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n
        """
    for record in records {
      let values = record.alleles.indices.map { data.rows.count + $0 }
      for (allele, value) in zip(record.alleles, values) {
        guard let change = allele.change else { continue }
        data.rows.append(Row(change: change, record: record, value: value))
      }
      let list = values.map(String.init).joined(separator: ",")
      data.source += record.columns(names) + "\tV=\(list);R=-\(values[0]),\(list);N=n\(values[0])\n"
    }
    data.query = SpelledRecord.some(
      500, of: known, references: data.references, isShifted: isShifted, &dice)
    data.input = header(queryNames) + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    for record in data.query { data.input += record.columns(queryNames) + "\tQ=1\n" }
    return data
  }

  private static func header(_ names: [String]) -> String {
    "##fileformat=VCFv4.2\n" + names.map { "##contig=<ID=\($0)>\n" }.joined()
  }

  @Test(arguments: 1...6)
  func `alleles are found by what they do, however they are spelled`(seed: Int) throws {
    let isShifted = seed > 2
    let data = Self.data(seed, isShifted: isShifted)
    let scene = try AnnotationScene()
    var options: [String] = []
    if isShifted {
      options = ["--fasta", try Self.fasta(data.references, Self.names, in: scene, "s.fa")]
    }
    let index = try scene.index(scene.write(data.source, to: "s.vcf"), options)
    if isShifted {
      options = ["--fasta", try Self.fasta(data.references, Self.queryNames, in: scene, "q.fa")]
    }
    let outcome = try scene.annotate(scene.write(data.input, to: "q.vcf"), [index], options)
    try #require(outcome.status == 0, "\(outcome.errors)")
    var first: [[UInt8]: Row] = [:]
    func identity(_ change: Change, _ record: SpelledRecord) -> [UInt8] {
      if isShifted { return change.haplotype(of: data.references[change.contig]) }
      // Without a reference no more can be known than what the record itself spells.
      guard let text = record.alleles.first(where: { $0.change == change })?.text else { return [] }
      let trimmed = Change(
        contig: record.contig, start: record.position,
        gone: Array(SpelledRecord.text(record.reference).uppercased().utf8),
        come: Array(SpelledRecord.text(text).uppercased().utf8)
      ).trimmed
      let place = "\(trimmed.contig) \(trimmed.start) \(SpelledRecord.text(trimmed.gone))>"
      return Array(place.utf8) + trimmed.come
    }
    for row in data.rows {
      let known = identity(row.change, row.record)
      if first[known] == nil { first[known] = row }
    }
    var matched = 0
    #expect(outcome.records.count == data.query.count)
    for (record, line) in zip(data.query, outcome.records) {
      let rows = record.alleles.map { allele in
        allele.change.flatMap { first[identity($0, record)] }
      }
      var wanted: [String: String] = [:]
      if let some = rows.compactMap(\.self).first {
        matched += 1
        let values = rows.map { $0.map { "\($0.value)" } ?? "." }.joined(separator: ",")
        wanted["V"] = values
        wanted["N"] = rows.map { row in
          row.map { "n\(Self.record(of: $0, in: data))" } ?? "."
        }.joined(separator: ",")
        wanted["R"] = "-\(Self.record(of: some, in: data)),\(values)"
      }
      let columns = record.columns(Self.queryNames)
      #expect(line.hasPrefix(columns + "\tQ=1"))
      #expect(Self.values(line) == wanted, "seed \(seed): \(columns)")
    }
    #expect(matched > 200)
  }

  /// The number that stands for a row's whole record: that of its first allele.
  private static func record(of row: Row, in data: Material) -> Int {
    let at = row.record.alleles.firstIndex { $0.change == row.change } ?? 0
    return row.value - at
  }

  /// The keys we add; a list of nothing but '.' stands for none.
  private static func values(_ line: Substring) -> [String: String] {
    let info = line.dropLast().split(separator: "\t")[7]
    var values: [String: String] = [:]
    for part in info.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, ["V", "R", "N"].contains(sides[0]),
        sides[1].contains(where: { $0 != "." && $0 != "," })
      else { continue }
      values[String(sides[0])] = String(sides[1])
    }
    return values
  }

  private static func fasta(
    _ references: [[UInt8]], _ names: [String], in scene: AnnotationScene, _ file: String
  ) throws -> String {
    var text = ""
    var index = ""
    for (name, bases) in zip(names, references) {
      text += ">\(name)\n"
      index += "\(name)\t\(bases.count)\t\(text.utf8.count)\t\(bases.count)\t\(bases.count + 1)\n"
      text += SpelledRecord.text(bases) + "\n"
    }
    _ = try scene.write(index, to: file + ".fai")
    return try scene.write(text, to: file)
  }

  @Test(arguments: 11...14)
  func `places and overlaps are found as a search of every row finds them`(seed: Int) throws {
    let data = Self.data(seed, isShifted: false)
    let scene = try AnnotationScene()
    let index = try scene.index(scene.write(data.source, to: "s.vcf"))
    let input = try scene.write(data.input, to: "q.vcf")
    let modes: [(String, (SpelledRecord, SpelledRecord) -> Bool)] = [
      ("position", { $0.position == $1.position }),
      ("overlap", { $0.position <= $1.end && $1.position <= $0.end }),
      ("overlap=0.6", { Self.share($0, $1, 0.6) }),
    ]
    for (mode, holds) in modes {
      let outcome = try scene.annotate(
        input, ["\(index); match=\(mode); fields=V,n=count(V),top=max(V),least=min(V)"])
      try #require(outcome.status == 0, "\(outcome.errors)")
      var matched = 0
      for (record, line) in zip(data.query, outcome.records) {
        let values = data.rows.filter {
          $0.record.contig == record.contig && holds(record, $0.record)
        }.map(\.value)
        var found: [String: String] = [:]
        for part in line.dropLast().split(separator: "\t")[7].split(separator: ";").dropFirst() {
          let sides = part.split(separator: "=")
          found[String(sides[0])] = String(sides[1])
        }
        let list = Set(found["V"]?.split(separator: ",").compactMap { Int($0) } ?? [])
        let columns = record.columns(Self.queryNames)
        #expect(list == Set(values), "\(mode), seed \(seed): \(columns)")
        #expect(found["n"] == (values.isEmpty ? nil : "\(values.count)"))
        #expect(found["top"] == values.max().map { "\($0)" })
        #expect(found["least"] == values.min().map { "\($0)" })
        if !values.isEmpty { matched += 1 }
      }
      #expect(matched > 90, "\(mode)")
    }
  }

  private static func share(_ one: SpelledRecord, _ other: SpelledRecord, _ least: Double) -> Bool {
    let shared = Double(min(one.end, other.end) - max(one.position, other.position) + 1)
    return shared >= least * Double(one.end - one.position + 1)
      && shared >= least * Double(other.end - other.position + 1)
  }
}
