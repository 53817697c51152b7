import Foundation
import PatientStore
import TestSupport
import Testing

/// How long many patients take; the figures are printed, and the limit is far above them, because this
/// is the build without optimisation on whatever machine.
@Test func `A patient among many is read in milliseconds, also right after opening`() throws {
  let house = try House()
  let count =
    ProcessInfo.processInfo.environment["STARDOSE_STORE_PATIENTS"].flatMap { Int($0) } ?? 300
  let store = try house.create()
  var patient = House.patient("P0")
  patient.calls = Data(repeating: 65, count: 20_000)
  let clock = ContinuousClock()
  let storing = try clock.measure {
    for number in 0..<count {
      patient.id = "P\(number)"
      patient.name = "Name \(number)"
      try store.put(patient, consents: house.consents(.pgx), as: House.lab)
    }
  }
  store.close()
  let again = try house.open()
  defer { again.close() }
  let first = try clock.measure { _ = try again.get("P7", as: House.pharmacist) }
  let index = try clock.measure { _ = try again.find("name 7", as: House.pharmacist) }
  var times: [Duration] = []
  for number in 0..<min(count, 1_000) {
    let id = "P\(number * 7919 % count)"
    times.append(try clock.measure { _ = try again.get(id, as: House.pharmacist) })
  }
  times.sort()
  print(
    "\(count) patients: stored in \(storing), first read \(first), names read in \(index), "
      + "then p50 \(times[times.count / 2]), p95 \(times[times.count * 95 / 100])")
  #expect(times[times.count / 2] < .milliseconds(50))
  #expect(again.count() == count)
}
