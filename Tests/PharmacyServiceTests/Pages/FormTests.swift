import Guidance
import PharmacyService
import Testing

struct FormTests {
  @Test func `A form body is read field by field`() {
    let form = FormFields(body: "add=a+b%2C+c%C3%A9&stop=1&stop=4&empty=&flag&bad=%zz%4")
    #expect(form["add"] == "a b, cé")
    #expect(form.all("stop") == ["1", "4"])
    #expect(form["empty"]?.isEmpty == true)
    #expect(form["flag"]?.isEmpty == true)
    #expect(form["bad"] == "%zz%4")
    #expect(form["none"] == nil)
  }

  @Test func `Facts are read, emptied and kept`() throws {
    var old = PatientFacts()
    old.weightKg = 70
    old.isPregnant = true
    old.heightCm = 180
    let form = FormFields(
      body: "ageYears=64&sex=female&weightKg=&creatinineMgPerDl=1%2C2&isPregnant=no&smoking=current"
    )
    let facts = try PatientFacts(form: form, keeping: old)
    #expect(facts.ageYears == 64)
    #expect(facts.sex == .female)
    #expect(facts.weightKg == nil)
    #expect(facts.creatinineMgPerDl == 1.2)
    #expect(facts.isPregnant == false)
    #expect(facts.smoking == .current)
    #expect(facts.heightCm == 180)
  }

  @Test(arguments: [
    (
      "ageYears=old",
      "Age is ‘old’; enter a whole number from 0 to 130, or leave it empty."
    ),
    (
      "ageYears=6.5",
      "Age is ‘6.5’; enter a whole number from 0 to 130, or leave it empty."
    ),
    (
      "childPughScore=3",
      "Child–Pugh score is ‘3’; enter a whole number from 5 to 15, or leave it empty."
    ),
    ("weightKg=nan", "Weight is ‘nan’; enter a number from 0.3 to 400, or leave it empty."),
    ("eGFR=-4", "eGFR is ‘-4’; enter a number from 0 to 300, or leave it empty."),
    ("sex=x", "Sex is ‘x’; choose one of female, male, or leave it empty."),
  ])
  func `A field that can't be taken is named, with what is taken`(body: String, sentence: String) {
    let error = #expect(throws: FactsFormError.self) {
      try PatientFacts(form: FormFields(body: body), keeping: PatientFacts())
    }
    #expect(error?.description == sentence)
  }

  @Test func `A what-if leaves the list and the facts it was given alone`() {
    let what = WhatIf(form: FormFields(body: "add=ibuprofen&stop=0&stop=x&smoking=justStopped"))
    var facts = PagesFixture.facts
    facts.cigarettesPerDay = 20
    let changed = what.apply(lines: PagesFixture.lines, facts: facts) { text in
      [PagesFixture.line(text, "ibuprofen")]
    }
    #expect(changed.lines.count == PagesFixture.lines.count)
    #expect(changed.lines.last?.text == "ibuprofen")
    #expect(!changed.lines.contains { $0.text == "omeprazole 20 mg" })
    #expect(changed.facts.smoking == .justStopped)
    #expect(changed.facts.cigarettesPerDay == nil)
  }

  @Test func `The passport is compact JSON with initials for titled meanings`() {
    #expect(
      PagesFixture.passport.text
        == "{\"f\":\"stardose-passport/1\",\"id\":\"demo/1 ?\",\"on\":\"2026-11-30\",\"kb\":\"2026-07-05\","
        + "\"g\":{\"CYP2C19\":[\"*2/*2\",\"PM\"],\"TPMT\":[\"*1/*1\",\"NM\"]},\"na\":[\"CYP2D6\"]}")
  }

  @Test func `Assets are named by their content`() {
    for asset in Assets.all {
      #expect(asset.path.firstMatch(of: /-[0-9a-f]{12}\.(css|js|svg)$/) != nil)
      #expect(!asset.body.contains("http://") || asset.type == "image/svg+xml")
      #expect(!asset.body.contains("url("))
    }
  }
}
