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

  /// The two diplotypes that `(*1/*2)xN` or `*1/*2 xN` may mean, as laboratories write copies that
  /// they could not put on a chromosome; nil for any other text.
  static func placements(of diplotype: String) -> [String]? {
    guard let mark = diplotype.lastIndex(where: { $0 == "x" || $0 == "X" }) else { return nil }
    let pair = diplotype[..<mark]
    guard let last = pair.last, last == " " || last == ")" else { return nil }
    let sides = pair.filter { $0 != "(" && $0 != ")" && !$0.isWhitespace }
      .split(separator: "/", omittingEmptySubsequences: false)
    let copies = "x" + diplotype[diplotype.index(after: mark)...].trimmed
    guard sides.count == 2, sides.allSatisfy({ $0.hasPrefix("*") }),
      splitCopies("*1" + copies).copies != nil
    else { return nil }
    return ["\(sides[0])\(copies)/\(sides[1])", "\(sides[0])/\(sides[1])\(copies)"]
  }

  /// The units of a tandem, with those that repeat as copies of the first.
  ///
  /// `*36 + *36 + *10` becomes `*36x2 + *10`. Units whose number is not exact stay as they are.
  static func withRepeatsCounted(_ names: [String]) -> [String] {
    var units: [(base: String, count: Int)] = []
    for name in names {
      let (base, copies) = splitCopies(name)
      var unit = (base: base, count: 1)
      switch copies {
      case nil: break
      case .exactly(let count): unit.count = count
      case .atLeast, .several: unit.base = name
      }
      if name.hasPrefix("*"), let known = units.firstIndex(where: { $0.base == unit.base }),
        splitCopies(unit.base).copies == nil
      {
        units[known].count += unit.count
      } else {
        units.append(unit)
      }
    }
    return units.map { $0.count == 1 ? $0.base : "\($0.base)x\($0.count)" }
  }

  /// Every order of up to four units, the given one first; only the given one of more.
  static func orders(of units: [String]) -> [[String]] {
    guard units.count <= 4, let first = units.first else { return [units] }
    return orders(of: Array(units.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }
}
