import Foundation
import Testing

/// Every bundled patient gives the answer that follows from how it was made.
struct PatientTests {
  /// One row of a patient's `expected.tsv`.
  struct Expectation: CustomTestStringConvertible {
    let file: String
    let rows: [[String: String]]
    var testDescription: String { file }
  }

  private static let patients: [Expectation] = {
    let files = FileManager.default
    let folders = (try? files.contentsOfDirectory(atPath: Program.samples.path)) ?? []
    return folders.sorted().filter { $0 != "malformed" }.flatMap { folder -> [Expectation] in
      let table = Program.samples.appendingPathComponent("\(folder)/expected.tsv")
      guard let rows = try? Table(table).rows else { return [] }
      return Dictionary(grouping: rows) { "\(folder)/\($0["file"] ?? "")" }
        .map { Expectation(file: $0.key, rows: $0.value) }.sorted { $0.file < $1.file }
    }
  }()

  @Test func `there are patients`() { #expect(Self.patients.count >= 12) }

  @Test(arguments: patients)
  func `a patient's genes are as made`(_ patient: Expectation) throws {
    let path = Program.samples.appendingPathComponent(patient.file).path
    let stem = path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)
    var arguments = ["call", "--format", "json"]
    if !path.hasSuffix(".bam") { arguments.append(path) }
    for (option, file) in [("--outside-calls", stem + ".outside.tsv"), ("--reads", stem + ".bam")]
    where FileManager.default.fileExists(atPath: String(file)) {
      arguments += [option, String(file)]
    }
    let outcome = try Program.run(arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    for row in patient.rows {
      let gene = try #require(answer.gene(row["gene"], of: row["sample"]), "\(row)")
      #expect(gene.status == row["status"], "\(row)")
      #expect(Set(gene.diplotypes.map(folded)) == Set(row.list("diplotypes").map(folded)), "\(row)")
      #expect(
        Set(gene.compatible.map(folded)).isSuperset(of: row.list("compatible").map(folded)),
        "\(row)")
      #expect(Set(gene.phenotypes).isSuperset(of: row.list("phenotypes")), "\(row)")
    }
  }

  /// A diplotype with its haplotypes, and the parts of a combination, in alphabetical order.
  private func folded(_ diplotype: String) -> String {
    diplotype.split(separator: "/").map { name in
      guard name.hasPrefix("["), name.hasSuffix("]") else { return String(name) }
      return name.dropFirst().dropLast().split(separator: "+")
        .map { $0.trimmingCharacters(in: .whitespaces) }.sorted().joined(separator: "+")
    }.sorted().joined(separator: "/")
  }
}

/// What these tests read of the program's JSON.
struct Answer: Decodable {
  struct Sample: Decodable {
    let id: String
    let genes: [Gene]
  }

  struct Gene: Decodable {
    let gene: String
    let status: String
    let diplotypes: [String]
    let compatible: [String]
    let phenotypes: [String]
  }

  let samples: [Sample]

  func gene(_ symbol: String?, of sample: String?) -> Gene? {
    samples.first { $0.id == sample }?.genes.first { $0.gene == symbol }
  }
}

extension [String: String] {
  /// The values of a cell, which are joined with `;`.
  fileprivate func list(_ column: String) -> [String] {
    (self[column] ?? "").split(separator: ";").map(String.init)
  }
}
