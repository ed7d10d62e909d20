import Testing

@testable import StewardCommands

@Suite("Amounts for people")
struct AmountsTests {
  @Test(
    "A time span is shown in its two largest units",
    arguments: [
      (0, "0s"), (-5, "0s"), (59, "59s"), (60, "1m"), (3599, "59m 59s"), (3601, "1h 1s"),
      (90_061, "1d 1h"),
    ] as [(Int64, String)])
  func elapsed(seconds: Int64, text: String) {
    #expect(Amounts.elapsed(seconds: seconds) == text)
  }

  @Test(
    "An amount of memory from 1 KiB on has one decimal",
    arguments: [
      (0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (7_444_889, "7.1 MiB"),
      (1 << 40, "1.0 TiB"),
    ] as [(UInt64, String)])
  func bytes(count: UInt64, text: String) {
    #expect(Amounts.bytes(count) == text)
  }

  @Test("The largest amount of memory has a text")
  func largest() {
    #expect(Amounts.bytes(.max).hasSuffix(" TiB"))
  }

  @Test("A word is quoted for a shell only if necessary")
  func quoting() {
    #expect("Acme".shellQuoted == "Acme")
    #expect("Acme Corp".shellQuoted == "'Acme Corp'")
    #expect("it's".shellQuoted == "'it'\\''s'")
    #expect("".shellQuoted == "''")
  }
}
