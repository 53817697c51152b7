extension OpenAPI {
  /// What is said of each address that programs use; pages are not listed.
  static let operations: [Route: Operation] = [
    .health: Operation("Whether the service answers.", answer: "Health"),
    .openAPI: Operation("This document.", answer: "Any"),
    .openSession: Operation("Sign in.", body: "Credentials", answer: "Session", status: 201),
    .session: Operation("The session, which this keeps going.", answer: "Session"),
    .extendSession: Operation("Keep the session going.", answer: "Session"),
    .closeSession: Operation("Sign out."),
    .query: Operation(
      "The review of a patient document; nothing is kept.", body: "Patient", answer: "Review"),
    .medicines: Operation(
      "Medicines whose names begin with, or are like, a text.", answer: "Medicines",
      query: [("prefix!", "The text."), ("limit", "How many at most, 1 to 50.")]),
    .genes: Operation("The genes of the knowledge base.", answer: "Genes"),
    .knowledge: Operation("Which knowledge base answers.", answer: "Any"),
    .patients: Operation(
      "Stored patients, by name.", answer: "Summaries",
      query: [
        ("find", "Part of a name, start of an id, or birth date."),
        ("limit", "How many at most, 1 to 1000."), ("offset", "How many to leave out."),
      ]),
    .loadPatient: Operation(
      "Store a patient document, or the JSON result of a call.", body: "Patient",
      answer: "StoredPatient", status: 201),
    .patient: Operation("A stored patient.", answer: "Patient"),
    .erasePatient: Operation("Erase a patient by destroying the key of the record."),
    .setMedications: Operation(
      "Replace the medication list.", body: "Medications", answer: "Patient"),
    .setFacts: Operation("Replace the facts.", body: "Facts", answer: "Patient"),
    .review: Operation("The review of a stored patient.", answer: "Review"),
    .reviewWith: Operation(
      "The review with another list or other facts; nothing is kept.", body: "Overrides",
      answer: "Review"),
    .whatIf: Operation(
      "What adding, stopping or other facts would change; nothing is kept.", body: "WhatIf",
      answer: "Any"),
    .patientGenes: Operation("A stored patient's gene results.", answer: "GeneResults"),
    .trace: Operation(
      "Every sentence of the answer for one medicine, with where it comes from.", answer: "Any"),
    .patientBundle: Operation("A stored patient's results as a FHIR bundle.", answer: "Any"),
    .consents: Operation("What a patient agreed to.", answer: "Consents"),
    .setConsent: Operation(
      "Write down a consent or its withdrawal.", body: "ConsentWish", answer: "Consents"),
    .breakGlass: Operation(
      "Open a record without consent, for a reason, for minutes.", body: "Reason", answer: "Any"),
    .cohort: Operation(
      "Who takes a medicine and is at risk, counted; small counts are held back.",
      answer: "Any", query: [("medicine!", "The medicine's name.")]),
    .audit: Operation(
      "The last records of the audit log.", answer: "AuditRecords",
      query: [("last", "How many, 1 to 1000.")]),
    .users: Operation("The users.", answer: "Users"),
    .addUser: Operation("Add a user.", body: "NewUser", answer: "Any", status: 201),
    .setUser: Operation("Change a user's role, or let them in no more.", body: "UserWish"),
    .hookDiscovery: Operation("CDS Hooks: the services.", answer: "Any"),
    .hook: Operation("CDS Hooks: call a service.", body: "Any", answer: "Any"),
    .hookFeedback: Operation("CDS Hooks: what became of cards.", body: "Any", answer: "Any"),
    .subjectImplications: Operation(
      "Genomics Operations: what a patient's results mean for medicines.", answer: "Any",
      query: [
        ("subject!", "The patient's id."), ("haplotypes", "Diplotypes."),
        ("treatments", "Medicines, as system|code."),
      ]),
    .populationImplications: Operation(
      "Genomics Operations: how many patients have such results.", answer: "Any",
      query: [("haplotypes", "Diplotypes."), ("treatments", "Medicines, as system|code.")]),
  ]
}
