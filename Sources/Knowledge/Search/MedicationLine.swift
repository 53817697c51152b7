/// A line of a medication list: a name, then perhaps strength, form and frequency.
enum MedicationLine {
  /// The name in a line such as `Omeprazole 20 mg gastro-resistant capsules bd`.
  ///
  /// The name ends before the first word that begins with a digit (unless that is the first) or that
  /// is a unit, a dose form or a frequency.
  static func name(in line: some StringProtocol) -> String {
    let words = line.split(whereSeparator: \.isWhitespace)
    var kept: [Substring] = []
    for word in words {
      let plain = word.lowercased().filter { $0.isLetter }
      let isMeasure = word.first?.isNumber ?? false
      if !kept.isEmpty, isMeasure || notNames.contains(plain) { break }
      kept.append(Substring(word))
    }
    return kept.joined(separator: " ")
  }

  private static let notNames: Set<String> = [
    "mg", "mcg", "ug", "microgram", "micrograms", "g", "ml", "iu", "units", "tablet", "tablets",
    "tab", "tabs", "capsule", "capsules", "caps", "injection", "infusion", "solution", "suspension",
    "syrup", "cream", "ointment", "gel", "patch", "patches", "spray", "inhaler", "drops",
    "suppository", "oral", "daily", "od", "bd", "bid", "tds", "tid", "qds", "qid", "qd", "prn",
    "nocte", "mane", "stat", "weekly", "monthly", "once", "twice", "every", "mr", "sr", "xr", "xl",
    "er", "cr", "la", "ec", "modified", "extended", "gastro",
  ]
}
