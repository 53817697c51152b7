extension Reducer {
  /// One value of the rows' texts of one field, for one alternate allele; nil is missing.
  ///
  /// Numeric reducers take lists (`1,2`) apart and pass over what is no number. `max` and `min`
  /// give the winner's text as the source spells it, the first of equals; `count` counts the rows
  /// whether or not they have the field. Without rows nothing has a value.
  ///
  /// - Parameter values: in the source's order.
  package func reduce(_ values: [[UInt8]?]) -> [UInt8]? {
    switch self {
    case .own: values.first ?? nil
    case .first: values.lazy.compactMap(\.self).first
    case .max: Self.winner(values, >)
    case .min: Self.winner(values, <)
    case .mean: Self.mean(values)
    case .sum: Self.sum(values)
    case .unique: Self.distinct(values)
    case .count: values.isEmpty ? nil : Array("\(values.count)".utf8)
    case .flag: values.isEmpty ? nil : []
    }
  }

  private static func elements(_ values: [[UInt8]?]) -> [ArraySlice<UInt8>] {
    values.flatMap { $0?.split(separator: UInt8(ascii: ",")) ?? [] }
  }

  private static func winner(
    _ values: [[UInt8]?], _ wins: (Double, Double) -> Bool
  ) -> [UInt8]? {
    var best: (number: Double, text: ArraySlice<UInt8>)?
    for element in elements(values) {
      guard let number = NumberText.value(element) else { continue }
      if let held = best, !wins(number, held.number) { continue }
      best = (number, element)
    }
    return best.map { Array($0.text) }
  }

  private static func mean(_ values: [[UInt8]?]) -> [UInt8]? {
    guard let (text, count) = total(values), let sum = NumberText.value(text[...]) else {
      return nil
    }
    return NumberText.shortest(sum / Double(count))
  }

  private static func sum(_ values: [[UInt8]?]) -> [UInt8]? { total(values)?.text }

  /// The sum of all numbers, as decimals where these are exact, and how many there are.
  private static func total(_ values: [[UInt8]?]) -> (text: [UInt8], count: Int)? {
    var exact: DecimalSum? = DecimalSum()
    var sum = 0.0
    var count = 0
    for element in elements(values) {
      guard let number = NumberText.value(element) else { continue }
      count += 1
      sum += number
      if exact?.add(element) == false { exact = nil }
    }
    return count == 0 ? nil : (exact?.text ?? NumberText.shortest(sum), count)
  }

  private static func distinct(_ values: [[UInt8]?]) -> [UInt8]? {
    var seen: Set<[UInt8]> = []
    let texts = values.compactMap(\.self).filter { seen.insert($0).inserted }
    return texts.isEmpty ? nil : Array(texts.joined(separator: [UInt8(ascii: ",")]))
  }
}
