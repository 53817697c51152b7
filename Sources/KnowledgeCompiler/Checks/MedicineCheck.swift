internal import Knowledge

/// Checks the list of medicines: one owner for each name, ingredients that exist, roles that fit.
struct MedicineCheck {
  let medicines: [Located<Medicine>]

  func run() {
    checkIDs()
    checkNames()
    let ids = Set(medicines.map(\.value.id))
    for medicine in medicines {
      for ingredient in medicine.value.ingredients where !ids.contains(ingredient) {
        medicine.error(
          "medicine '\(medicine.value.id)' holds an ingredient that is not known",
          found: ingredient, remedy: "correct the id or add it to medicines/identity-hand.tsv")
      }
    }
  }

  private func checkIDs() {
    var first: [String: String] = [:]
    for medicine in medicines {
      let id = medicine.value.id
      if let place = first[id] {
        medicine.error(
          "two medicines have the same id", found: id, remedy: "merge or rename; see \(place)")
      }
      first[id] = "\(medicine.file.name), line \(medicine.line)"
    }
  }

  private func checkNames() {
    var owners: [String: String] = [:]
    for medicine in medicines {
      let value = medicine.value
      for name in Set([value.name] + value.synonyms + value.brands).sorted() {
        let folded = FoldedName(name).text
        if let owner = owners[folded], owner != value.id {
          medicine.error(
            "medicine '\(value.id)' has a name that belongs to '\(owner)' too", found: name,
            remedy: "leave it to one of them")
        }
        owners[folded] = owners[folded] ?? value.id
      }
    }
  }

  /// Reports roles of unknown medicines, strengths that don't fit the role, and what is unsupported.
  func check(_ roles: [Located<(medicine: String, role: ProteinRole)>]) {
    let ids = Set(medicines.map(\.value.id))
    for role in roles {
      if !ids.contains(role.value.medicine) {
        role.error(
          "a role belongs to a medicine that is not known", found: role.value.medicine,
          remedy: "correct the id or add it to medicines/identity-hand.tsv")
      }
      let strength = role.value.role.strength
      let isOfVictim = strength == .sensitive || strength == .moderatelySensitive
      if strength != .unstated, isOfVictim != (role.value.role.role == .substrate) {
        role.error(
          "a role has a strength of another kind of role",
          found: "\(role.value.role.role.rawValue), \(strength.rawValue)",
          remedy:
            "substrates are sensitive or moderatelySensitive, the others strong, moderate, weak")
      }
      if role.value.role.support < 1 || role.value.role.sources.isEmpty {
        role.error(
          "a role has no source", found: role.value.medicine, remedy: "name one or remove the row")
      }
    }
  }
}
