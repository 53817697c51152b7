/// The numbers a BCF header gives its names, which its records use in place of them.
struct HeaderNumbering {
  private let tags: [String: Int]
  private let contigs: [String: Int]

  /// The numbers of a header.
  init(_ header: borrowing HeaderHandle) {
    var tags: [String: Int] = [:]
    for number in 0..<header.tagCount {
      if let name = header.tagName(number) { tags[name] = number }
    }
    var contigs: [String: Int] = [:]
    for number in 0..<header.contigCount {
      if let name = header.contigName(Int32(clamping: number)) { contigs[name] = number }
    }
    self.tags = tags
    self.contigs = contigs
  }

  /// The header text with the number of each name written out; new names get the next ones.
  func applied(to text: String) -> String {
    var tags = tags
    var contigs = contigs
    var nextTag = (tags.values.max() ?? -1) + 1
    var nextContig = (contigs.values.max() ?? -1) + 1
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if let name = Self.name(in: line, after: ["##contig=<ID="]) {
        return Self.numbered(line, Self.number(of: name, in: &contigs, next: &nextContig))
      }
      let kinds = ["##INFO=<ID=", "##FORMAT=<ID=", "##FILTER=<ID="]
      guard let name = Self.name(in: line, after: kinds) else { return String(line) }
      return Self.numbered(line, Self.number(of: name, in: &tags, next: &nextTag))
    }.joined(separator: "\n")
  }

  /// A name that the other header has not or under another number; nil if it keeps all.
  func difference(from header: borrowing HeaderHandle) -> String? {
    for (name, number) in tags where header.tagName(number) != name { return name }
    for (name, number) in contigs where header.contigName(Int32(clamping: number)) != name {
      return name
    }
    return nil
  }

  private static func name(in line: Substring, after prefixes: [String]) -> String? {
    guard line.hasSuffix(">"), let prefix = prefixes.first(where: { line.hasPrefix($0) }) else {
      return nil
    }
    return String(line.dropFirst(prefix.count).prefix { $0 != "," && $0 != ">" })
  }

  private static func number(
    of name: String, in numbers: inout [String: Int], next: inout Int
  ) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = next
    next += 1
    return next - 1
  }

  private static func numbered(_ line: Substring, _ number: Int) -> String {
    "\(line.dropLast()),IDX=\(number)>"
  }
}
