/// A source's text read by its words alone.
struct TextReading {
  let advice: AdviceReading
  let doses: DoseReading

  init(_ text: String) {
    let plain = PlainText(text)
    advice = AdviceReading(plain)
    doses = DoseReading(plain)
  }
}
