/// The CDS Hooks services on offer, one for each hook.
enum CDSService: String, CaseIterable, Sendable {
  case orderSelect = "pgx-order-select"
  case orderSign = "pgx-order-sign"
  case patientView = "pgx-patient-view"

  /// The hook's name as CDS Hooks 2.0 has it.
  var hook: String {
    switch self {
    case .orderSelect: "order-select"
    case .orderSign: "order-sign"
    case .patientView: "patient-view"
    }
  }

  private var title: String {
    switch self {
    case .orderSelect: "Pharmacogenomics, early hint"
    case .orderSign: "Pharmacogenomics, check before signing"
    case .patientView: "Pharmacogenomics, results on file"
    }
  }

  private var about: String {
    switch self {
    case .orderSelect:
      "Tells what genes, other medicines and organ function mean for the orders just selected."
    case .orderSign:
      "Checks all unsigned medication orders against genes, other medicines and organ function."
    case .patientView:
      "Says in one card whether results are on file and which medicines need attention."
    }
  }

  /// What discovery says of the service.
  var description: JSONTree {
    [
      "hook": .text(hook), "id": .text(rawValue), "title": .text(title),
      "description": .text(about), "version": "1",
      "usageRequirements": .text(
        "Pharmacogenomic results must be in this service's store or come as the prefetch 'pgx'; "
          + "without either the answer is 412."),
      "prefetch": [
        "patient": "Patient/{{context.patientId}}",
        "pgx": .text(
          "Observation?patient={{context.patientId}}&category=laboratory"
            + "&code=http://loinc.org|84413-4,http://loinc.org|84414-2"),
        "meds": "MedicationRequest?patient={{context.patientId}}&status=active",
        "creatinine": .text(
          "Observation?patient={{context.patientId}}&code=http://loinc.org|2160-0"
            + "&_count=1&_sort=-date"),
      ],
    ]
  }
}
