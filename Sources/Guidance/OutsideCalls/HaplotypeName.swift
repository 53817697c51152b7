/// The grammar of a haplotype name: copies (`*2x3`, `*1x≥3`, `*2xN`) and tandems (`*36 + *10`).
enum HaplotypeName {
  /// How many copies a name states.
  enum Copies: Hashable, CustomStringConvertible {
    /// This many.
    case exactly(Int)
    /// This many or more.
    case atLeast(Int)
    /// More than one, not said how many.
    case several

    var description: String {
      switch self {
      case .exactly(let count): "\(count)"
      case .atLeast(let count): "≥\(count)"
      case .several: "N"
      }
    }
  }

  /// The name without its copy number, and the copy number if it has one.
  ///
  /// Only a name that starts with a star has copies; `x` occurs in other names.
  static func splitCopies(_ name: String) -> (base: String, copies: Copies?) {
    guard name.hasPrefix("*"), let mark = name.lastIndex(where: { $0 == "x" || $0 == "X" }) else {
      return (name, nil)
    }
    let base = String(name[..<mark]).trimmed
    let rest = name[name.index(after: mark)...].trimmed
    guard base.count > 1 else { return (name, nil) }
    if rest == "N" || rest == "n" { return (base, .several) }
    if let count = Int(rest), count >= 1 { return (base, .exactly(count)) }
    if rest.hasPrefix("≥"), let count = Int(rest.dropFirst()), count >= 1 {
      return (base, .atLeast(count))
    }
    return (name, nil)
  }

  /// The parts of `*36 + *10` or `*36+*10`; one part for any other name.
  ///
  /// A plus inside a name, as in `c.1905+1G>A`, does not part it: each part of a tandem starts with
  /// a star, or the plus has spaces on both sides.
  static func parts(_ name: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var rest = Substring(name)
    while let plus = rest.firstIndex(of: "+") {
      let before = rest[..<plus]
      let after = rest[rest.index(after: plus)...]
      let isSpaced = before.last == " " && after.first == " "
      let isStar = after.drop(while: \.isWhitespace).first == "*"
      current += before
      if isSpaced || isStar {
        parts.append(current.trimmed)
        current = ""
      } else {
        current += "+"
      }
      rest = after
    }
    parts.append((current + rest).trimmed)
    return parts.filter { !$0.isEmpty }
  }
}
