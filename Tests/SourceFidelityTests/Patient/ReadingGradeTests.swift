import Guidance
import Knowledge
import Testing

struct ReadingGradeTests {
  @Test(arguments: [
    ("doctor", 2), ("medicine", 3), ("pharmacist", 3), ("dose", 1), ("likely", 2), ("little", 2),
    ("twice", 1), ("needed", 2), ("watched", 1), ("changes", 2), ("genes", 1), ("usual", 2),
    ("people's", 2), ("people", 2), ("blood", 1), ("quarter", 2), ("level", 2), ("the", 1),
    ("handled", 2),
  ])
  func `syllables are counted as they are spoken, or nearly`(word: String, count: Int) {
    #expect(ReadingGrade.syllables(in: word) == count)
  }

  @Test func `a hard text has a higher grade than an easy one`() {
    let easy = ReadingGrade("Your dose may be low. Ask us first.")
    let hard = ReadingGrade(
      "Pharmacokinetic variability necessitates individualised optimisation of administration.")
    #expect(easy.sentences == 2 && easy.words == 8)
    #expect(easy.grade < 3 && hard.grade > 20)
  }

  @Test func `a medicine's name counts as one easy word`() {
    let grade = ReadingGrade(
      "Take acetylsalicylic acid dipyridamole.",
      easyNames: ["acetylsalicylic acid dipyridamole", "acid"])
    #expect(grade.words == 2 && grade.syllables == 2)
  }

  @Test func `what a patient reads asks for eight years of school at most`() throws {
    let knowledge = try CheckedKnowledge.shared.get()
    let texts = knowledge.rules.map { _, _, rule in
      let named = (rule.alternatives + rule.excludedAlternatives).map {
        GuidanceWording.name($0, knowledge.names)
      }
      let text = PatientWording(rule: rule, names: knowledge.names).text
      return (id: rule.id, text: text, grade: ReadingGrade(text, easyNames: named).grade)
    }.sorted { $0.grade < $1.grade }
    let median = try #require(texts.dropFirst(texts.count / 2).first).grade
    let hardest = try #require(texts.last)
    let easiest = try #require(texts.first)
    print(
      "reading grade of \(texts.count) rules: lowest \(easiest.grade), median \(median), highest "
        + "\(hardest.grade) (\(hardest.id): \(hardest.text))")
    #expect(median <= 7)
    #expect(hardest.grade <= 8, "\(hardest.id): \(hardest.text)")
  }
}
