import Knowledge

/// A medicine to answer for: a line of the list, or an ingredient of one.
struct ReviewItem {
  /// What was typed.
  let text: String
  /// The line of the list; -1 for an alternative that is not on it.
  let line: Int
  /// The medicine.
  let medicine: Medicine
  /// The medicine and, for a combination that is answered as one, what is in it.
  let parts: [Medicine]

  /// The ids of medicine and parts.
  var ids: [String] { parts.map(\.id) }

  /// The dose in mg that was typed, if there is one number with that unit.
  var typedMilligrams: Double? {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    var found: [Double] = []
    for (index, word) in words.enumerated() {
      if word == "mg", index > 0, let value = Double(words[index - 1]) { found.append(value) }
      if word.hasSuffix("mg"), let value = Double(word.dropLast(2)) { found.append(value) }
    }
    if found.isEmpty, let last = words.last, let value = Double(last) { found.append(value) }
    return found.count == 1 ? found[0] : nil
  }
}

extension ReviewKnowledge {
  /// The medicines of a list, each once.
  ///
  /// A combination with guidance of its own is answered as it is; any other is answered by its
  /// ingredients.
  func items(_ list: [ListedMedication]) -> [ReviewItem] {
    var seen: Set<String> = []
    var items: [ReviewItem] = []
    for (line, listed) in list.enumerated() {
      guard let found = listed.match?.medicine else { continue }
      let medicine = medicines[found.id] ?? found
      for item in self.items(listed.text, line, medicine)
      where seen.insert(item.medicine.id).inserted {
        items.append(item)
      }
    }
    return items
  }

  /// The item, or those of its ingredients, that one medicine makes.
  func items(_ text: String, _ line: Int, _ medicine: Medicine) -> [ReviewItem] {
    let parts = medicine.ingredients.compactMap { medicines[$0] }
    if drugs[medicine.id] == nil, !parts.isEmpty, medicine.kind == .combination {
      return parts.map { ReviewItem(text: text, line: line, medicine: $0, parts: [$0]) }
    }
    return [ReviewItem(text: text, line: line, medicine: medicine, parts: [medicine] + parts)]
  }

  /// All that inhibits or induces, from the list and from habits.
  func actors(_ items: [ReviewItem], _ facts: PatientFacts) -> [EnzymeActor] {
    let listed = Set(items.flatMap(\.ids))
    var actors: [EnzymeActor] = []
    for item in items {
      for part in item.parts {
        actors += roles(of: part, line: item.line, habit: habits.first { $0.medicine == part.id })
      }
    }
    for habit in habits where facts.has(habit.factor) == true && !listed.contains(habit.medicine) {
      guard let substance = medicines[habit.medicine] else { continue }
      actors += roles(of: substance, line: nil, habit: habit)
    }
    return actors
  }

  private func roles(of medicine: Medicine, line: Int?, habit: HabitSubstance?) -> [EnzymeActor] {
    medicine.roles.filter { $0.role != .substrate }.map { role in
      EnzymeActor(
        medicine: medicine.id, name: medicine.name, role: role, line: line, habit: habit?.factor,
        converts: habit?.converts ?? true, remark: habit?.remark)
    }
  }
}

extension PatientFacts {
  /// Whether a habit or state is there; nil if not known.
  func has(_ factor: PatientFactor.Factor) -> Bool? {
    switch factor {
    case .smoking: smoking.map { $0 == .current }
    case .smokingStopped: smoking.map { $0 == .justStopped }
    case .grapefruit: takesGrapefruit
    case .stJohnsWort: takesStJohnsWort
    case .alcohol: drinksAlcohol
    case .caffeine: takesCaffeine
    case .charcoalGrill: eatsCharcoalGrilled
    case .pregnancy: sex == .male ? false : isPregnant
    case .breastfeeding: sex == .male ? false : isBreastfeeding
    case .food, .renalFunction, .hepaticFunction, .age: nil
    }
  }
}
