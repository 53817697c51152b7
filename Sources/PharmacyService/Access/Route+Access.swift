internal import PatientStore

/// The matrix of addresses and permissions, the only place that opens an address.
///
/// The store keeps the other half, which role has which permission, and checks it again.
extension Route {
  /// Who may use it.
  var access: Access {
    switch self {
    case .health, .openAPI, .openSession: .anyone
    case .home, .signInPage, .signIn, .asset: .anyone
    case .session, .extendSession, .closeSession, .signOut, .extendPage: .signedIn
    case .medicines, .genes, .knowledge, .suggestions: .signedIn
    case .query: .may(.updateCare)
    case .patients, .findPage, .findForm: .may(.findPatients)
    case .loadPatient, .loadForm: .may(.addRecord)
    case .setMedications, .setFacts, .medicationsForm, .factsForm: .may(.updateCare)
    case .patient, .review, .reviewWith, .whatIf, .patientGenes, .trace, .patientBundle:
      .may(.readRecord)
    case .medicationsPage, .detailPage, .basisPage, .whatIfPage, .whatIfForm, .genesPage:
      .may(.readRecord)
    case .clinicianSheet, .patientSheet, .walletCard: .may(.readRecord)
    case .consents, .consentPage: .may(.readConsent)
    case .setConsent, .consentForm: .may(.setConsent)
    case .breakGlass, .breakGlassForm: .may(.breakGlass)
    case .erasePatient: .may(.eraseRecord)
    case .cohort, .cohortPage, .cohortForm, .populationImplications: .may(.cohort)
    case .audit, .auditPage: .may(.readAudit)
    case .users, .addUser, .setUser: .may(.manageUsers)
    case .hookDiscovery, .hook, .hookFeedback: .client
    case .subjectImplications: .clientOrMay(.readRecord)
    }
  }
}
