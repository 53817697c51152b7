/// What every page carries around its content; made once for each request.
package struct PageFrame: Sendable, Hashable {
  /// Who is signed in, as shown; nil before.
  package var user: String?
  /// The role signed in with, as shown.
  package var role: String?
  /// The token every form carries against forged requests.
  package var csrf: String
  /// Seconds without use until the session ends; 0 where there is no session.
  package var idleSeconds: Int
  /// The knowledge base's version, as printed.
  package var knowledgeVersion: String
  /// The knowledge base's identity, a hash of its content.
  package var knowledgeIdentity: String
  /// The program and its version.
  package var engine: String
  /// The places the head links to.
  package var places: Set<Place>
  /// What is to be told first.
  package var notices: [Notice]
  /// Whether all patients are made up.
  package var isDemo: Bool
  /// The genes that some guideline looks at; empty if that is not known, which counts as all.
  package var guidedGenes: Set<String>

  /// A part of the service that a role may enter.
  package enum Place: String, Sendable, Hashable, CaseIterable {
    /// Patients, one at a time.
    case patients
    /// Many patients, pseudonymous.
    case cohort
    /// The record of what was done.
    case audit
  }

  /// Makes a frame.
  package init(
    user: String? = nil, role: String? = nil, csrf: String = "", idleSeconds: Int = 0,
    knowledgeVersion: String, knowledgeIdentity: String, engine: String, places: Set<Place> = [],
    notices: [Notice] = [], isDemo: Bool = false, guidedGenes: Set<String> = []
  ) {
    self.user = user
    self.role = role
    self.csrf = csrf
    self.idleSeconds = idleSeconds
    self.knowledgeVersion = knowledgeVersion
    self.knowledgeIdentity = knowledgeIdentity
    self.engine = engine
    self.places = places
    self.notices = notices
    self.isDemo = isDemo
    self.guidedGenes = guidedGenes
  }
}

/// A message at the top of a page.
package struct Notice: Sendable, Hashable {
  /// How it is meant.
  package var kind: Kind
  /// The sentence.
  package var text: String

  /// How a message is meant.
  package enum Kind: String, Sendable, Hashable {
    /// Something was refused or failed.
    case error
    /// Something is to be noted before going on.
    case warning
    /// Something was done.
    case done
  }

  /// Makes a message.
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
