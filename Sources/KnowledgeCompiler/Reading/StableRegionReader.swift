internal import Genome
internal import Knowledge

/// Reads `stable-regions.tsv`.
struct StableRegionReader {
  let folder: SourceFolder

  func read() -> [Located<StableRegion>] {
    folder.table(
      "stable-regions.tsv", columns: "role", "name", "contig", "start38", "end38", "start37",
      "end37", "source"
    ).compactMap { row in
      guard let role = row.name("role", of: StableRegion.Role.self),
        let name = row.requiredText("name"), let source = row.requiredText("source"),
        let grch38 = place(row, "38"), let grch37 = place(row, "37")
      else { return nil }
      return Located(
        value: StableRegion(role: role, name: name, grch38: grch38, grch37: grch37, source: source),
        file: row.file, line: row.line)
    }
  }

  private func place(_ row: SourceTable.Row, _ suffix: String) -> GenomicInterval? {
    guard let name = row.requiredText("contig"), let start = row.requiredText("start\(suffix)"),
      let end = row.requiredText("end\(suffix)")
    else { return nil }
    if let contig = Contig(name: name), let first = Int(start).flatMap({ Position($0) }),
      let last = Int(end).flatMap({ Position($0) }),
      let interval = GenomicInterval(contig: contig, start: first, end: last)
    {
      return interval
    }
    row.file.error(
      row.line, "a stable region has no place", found: "\(name):\(start)-\(end)",
      remedy: "give a contig, its first and its last base")
    return nil
  }
}
