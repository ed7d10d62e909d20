import ProtobufRuntime
import Testing

@Suite("A text that is refused")
struct RefusedTextTests {
  @Test(
    "is repeated whole only where it is shorter than any secret",
    arguments: [
      ("", ""), ("actve", "actve"), ("elevenchars", "elevenchars"), ("twelve chars", "twelve c…"),
      ("sk-stw-5KJvsngHeMpm884wtkJNzQGaCErc", "sk-stw-5…"),
    ])
  func repeated(text: String, shown: String) {
    #expect(text.asRefused == shown)
  }
}
