import Foundation
import PatientStore
import Testing

private let password = "a password of some length"

private func staffed() throws -> (House, EncryptedStore) {
  let house = try House()
  let store = try house.create()
  #expect(store.users.isEmpty)
  try store.users.add("paul", role: .pharmacist, password: password, as: House.admin)
  return (house, store)
}

@Test func `A user signs in with the right password and no other`() throws {
  let (house, store) = try staffed()
  #expect(!store.users.isEmpty)
  let account = try store.users.authenticate("paul", password: password)
  #expect(account.user == "paul" && account.role == .pharmacist && !account.isDisabled)
  for (user, word) in [("paul", password + " "), ("Paul", password), ("", password), ("paul", "")] {
    let error = refusal { _ = try store.users.authenticate(user, password: word) }
    #expect(error?.kind == .credentials)
    #expect(
      error?.description
        == "signing in: the user name or the password is wrong; try again")
  }
  store.close()
  let again = try house.open()
  defer { again.close() }
  #expect(try again.users.authenticate("paul", password: password).role == .pharmacist)
  let log = try house.auditLines().joined()
  #expect(log.contains("\"action\":\"sign-in\"") && !log.contains(password))
}

@Test func `Five failures in a row shut a user out for a quarter of an hour`() throws {
  let (house, store) = try staffed()
  defer { store.close() }
  func attempt(_ word: String) -> PatientStoreError.Kind? {
    refusal { _ = try store.users.authenticate("paul", password: word) }?.kind
  }
  for _ in 0..<4 { #expect(attempt("wrong") == .credentials) }
  #expect(attempt(password) == nil, "a right one ends the row")
  for _ in 0..<5 { #expect(attempt("wrong") == .credentials) }
  #expect(attempt(password) == .locked)
  house.time.move(minutes: 14)
  #expect(attempt(password) == .locked)
  house.time.move(minutes: 1)
  #expect(attempt(password) == nil)
  for _ in 0..<5 { #expect(attempt("wrong") == .credentials) }
  #expect(attempt(password) == .locked)
  try store.users.enable("paul", as: House.admin)
  #expect(attempt(password) == nil)
}

@Test func `Users change roles and passwords, and are shut out and let in again`() throws {
  let (_, store) = try staffed()
  defer { store.close() }
  let paul = Requester(user: "paul", role: .pharmacist, purpose: .operations)
  try store.users.setPassword("another password of his own", of: "paul", as: paul)
  #expect(
    refusal { _ = try store.users.authenticate("paul", password: password) }?.kind == .credentials)
  let own = "another password of his own"
  #expect(try store.users.authenticate("paul", password: own).user == "paul")
  try store.users.setRole(.auditor, of: "paul", as: House.admin)
  #expect(store.users.account("paul")?.role == .auditor)
  try store.users.disable("paul", as: House.admin)
  #expect(store.users.account("paul")?.isDisabled == true)
  #expect(
    refusal { _ = try store.users.authenticate("paul", password: own) }?.kind == .credentials)
  try store.users.enable("paul", as: House.admin)
  #expect(try store.users.authenticate("paul", password: own).role == .auditor)
  #expect(try store.users.list(as: House.admin).map(\.user) == ["paul"])
  #expect(store.users.account("nobody") == nil)
}

@Test func `A name that is taken or odd and a short password are refused`() throws {
  let (_, store) = try staffed()
  defer { store.close() }
  for (user, word) in [
    ("paul", password), ("", password), ("a b", password), ("a\n", password), ("kim", "short"),
  ] {
    let error = refusal {
      try store.users.add(user, role: .lab, password: word, as: House.admin)
    }
    #expect(error?.kind == .invalid, "\(user)")
  }
  #expect(
    refusal { try store.users.disable("nobody", as: House.admin) }?.kind == .notFound)
}
