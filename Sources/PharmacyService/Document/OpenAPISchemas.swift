/// The shapes of bodies and answers in the OpenAPI document.
enum OpenAPISchemas {
  /// Name to schema.
  static var all: [String: Any] {
    [
      "Any": ["type": "object", "additionalProperties": true] as [String: Any],
      "Health": object(["status": text]),
      "Problem": object(["type": text, "title": text, "status": number, "detail": text]),
      "Credentials": object(["user": text, "passphrase": text]),
      "Session": object([
        "user": text, "role": text, "csrf": text, "idleSeconds": number, "lifetimeSeconds": number,
      ]),
      "Patient": patient,
      "StoredPatient": object(["id": text]),
      "Facts": facts,
      "Medications": object(["medications": list(text)]),
      "Overrides": object(["medications": list(text), "facts": reference("Facts")], required: []),
      "WhatIf": object(
        ["add": list(text), "stop": list(text), "facts": reference("Facts")], required: []),
      "Review": [
        "type": "object", "description": "Layout stardose-review/1.",
        "properties": ["layout": ["const": "stardose-review/1"]], "required": ["layout"],
      ] as [String: Any],
      "Medicines": list(
        object([
          "id": text, "name": text, "matched": text, "kind": text, "rxnorm": text,
          "hasGuidance": flag,
        ])),
      "Genes": list(object(["gene": text])),
      "GeneResults": list(object(["gene": text, "hasResult": flag, "phenotypes": list(text)])),
      "Summaries": list(
        object(["id": text, "name": text, "birthDate": text], required: ["id"])),
      "Consents": list(
        object(
          ["purpose": purposes, "granted": text, "expires": text, "withdrawn": text],
          required: ["purpose", "granted"])),
      "ConsentWish": object(
        ["purpose": purposes, "isGiven": flag, "until": text], required: ["purpose", "isGiven"]),
      "Reason": object(["reason": text]),
      "AuditRecords": list(
        object(
          [
            "seq": number, "time": text, "actor": text, "role": text, "action": text,
            "subject": text, "object": text, "purpose": text, "outcome": text, "reason": text,
            "prev": text, "hash": text, "signature": text,
          ],
          required: ["seq", "time", "actor", "role", "action", "purpose", "outcome", "hash"])),
      "Users": list(object(["user": text, "role": text, "isDisabled": flag])),
      "NewUser": object(["user": text, "role": text, "passphrase": text]),
      "UserWish": object(["role": text, "isDisabled": flag], required: []),
    ]
  }

  private static let text = ["type": "string"]
  private static let number = ["type": "number"]
  private static let flag = ["type": "boolean"]

  private static var purposes: [String: Any] {
    ["type": "string", "enum": ["pgx", "secondaryFindings", "research"]]
  }

  private static func reference(_ name: String) -> [String: Any] {
    ["$ref": "#/components/schemas/\(name)"]
  }

  private static func list(_ items: Any) -> [String: Any] { ["type": "array", "items": items] }

  private static func object(
    _ properties: [String: Any], required: [String]? = nil
  ) -> [String: Any] {
    [
      "type": "object", "properties": properties,
      "required": required ?? properties.keys.sorted(),
    ]
  }

  private static var patient: [String: Any] {
    [
      "type": "object",
      "description": "Layout stardose-patient/1, or a result of 'stardose call --format json'.",
      "properties": [
        "layout": text, "id": text, "name": text, "birthDate": text,
        "facts": reference("Facts"), "medications": list(text),
        "genes": list(
          object(
            ["gene": text, "diplotype": text, "phenotype": text, "activityScore": text],
            required: ["gene"])),
        "report": reference("Any"),
      ] as [String: Any],
      "required": ["layout"],
    ]
  }

  /// A fact left out or null is not known.
  private static var facts: [String: Any] {
    var properties: [String: Any] = [:]
    for name in [
      "ageYears", "weightKg", "heightCm", "creatinineMgPerDl", "eGFR", "creatinineClearance",
      "childPughScore", "cigarettesPerDay", "targetINR",
    ] {
      properties[name] = ["type": ["number", "null"]]
    }
    for name in [
      "isPregnant", "isBreastfeeding", "takesGrapefruit", "takesStJohnsWort", "drinksAlcohol",
      "takesCaffeine", "eatsCharcoalGrilled", "hasThrombosis",
    ] {
      properties[name] = ["type": ["boolean", "null"]]
    }
    for name in ["sex", "smoking", "ancestry"] { properties[name] = ["type": ["string", "null"]] }
    properties["conditions"] = [
      "type": ["object", "null"], "additionalProperties": ["type": "boolean"],
    ]
    properties["indications"] = [
      "type": ["object", "null"], "additionalProperties": ["type": "string"],
    ]
    return ["type": "object", "properties": properties, "additionalProperties": false]
  }
}
