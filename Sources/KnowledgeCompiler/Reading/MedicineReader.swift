internal import Knowledge

/// Reads the tables of `medicines/`: who is who, and what acts on which protein.
struct MedicineReader {
  let folder: SourceFolder

  /// The medicines without a file of guidance, by the importer and by hand.
  func identities() -> [Located<Medicine>] {
    ["identity", "identity-hand"].flatMap { table in
      folder.table(
        "medicines/\(table).tsv", columns: "id", "name", "kind", "rxnorm", "atc", "brands",
        "synonyms", "ingredients", "source"
      ).compactMap { row in
        guard let id = row.requiredText("id"), let name = row.requiredText("name"),
          let kind = row.name("kind", of: Medicine.Kind.self)
        else { return nil }
        let medicine = Medicine(
          id: id, name: name, kind: kind, rxnorm: row.text("rxnorm"), atc: row.texts("atc"),
          brands: row.texts("brands"), synonyms: row.texts("synonyms"),
          ingredients: row.texts("ingredients"), sources: row.texts("source"))
        return Located(value: medicine, file: row.file, line: row.line)
      }
    }
  }

  /// The roles, each with the id of its medicine.
  func roles() -> [Located<(medicine: String, role: ProteinRole)>] {
    ["roles", "roles-hand"].flatMap { table in
      folder.table(
        "medicines/\(table).tsv", columns: "medicine", "protein", "role", "strength", "support",
        "sources"
      ).compactMap { row in
        guard let medicine = row.requiredText("medicine"),
          let protein = row.requiredText("protein"),
          let role = row.name("role", of: ProteinRole.Role.self),
          let strength = row.name("strength", of: ProteinRole.Strength.self),
          let support = row.number("support").flatMap({ Int(exactly: $0) })
        else { return nil }
        let value = ProteinRole(
          protein: protein, role: role, strength: strength, support: support,
          sources: row.texts("sources"))
        return Located(value: (medicine, value), file: row.file, line: row.line)
      }
    }
  }
}
