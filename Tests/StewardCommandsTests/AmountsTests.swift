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

  @Test(
    "A short time is shown in one unit with at most one decimal",
    arguments: [
      (0, "0ms"), (500, "0.5ms"), (2500, "2.5ms"), (100_000, "100ms"), (999_900, "999.9ms"),
      (1_000_000, "1s"), (2_540_000, "2.5s"), (60_000_000, "1m"), (302_000_000, "5m 2s"),
    ])
  func short(microseconds: Int, text: String) {
    #expect(Amounts.short(.microseconds(microseconds)) == text)
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
