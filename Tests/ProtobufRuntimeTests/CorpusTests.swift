import CorpusProtos
import ProtobufRuntime
import Testing

@Suite("The corpus, compared with Python's protobuf")
struct CorpusTests {
  @Test("Every sample has the same bytes and the same JSON as in Python")
  func samples() throws {
    let cases = try Corpus.samples.map { sample in
      PythonReference.Case(type: sample.type, input: .wire(try sample.message.serialized()))
    }
    for (sample, response) in zip(Corpus.samples, try PythonReference.responses(to: cases)) {
      let wire = try sample.message.serialized()
      #expect(response.wire == wire, "\(sample.name): \(response.refusal)")
      let json = try sample.message.jsonValue()
      let expected = try #require(response.json, "\(sample.name): \(response.refusal)")
      #expect(json.means(expected), "\(sample.name): \(json) is not \(expected)")
    }
  }

  @Test("Every sample survives the wire format and JSON", arguments: Corpus.samples)
  func roundTrip(_ sample: Sample) throws {
    try Self.checkRoundTrip(sample.message)
  }

  @Test("Python reads Steward's JSON as the same message")
  func pythonReadsOurs() throws {
    let cases = try Corpus.samples.map { sample in
      PythonReference.Case(type: sample.type, input: .json(try sample.message.json()))
    }
    for (sample, response) in zip(Corpus.samples, try PythonReference.responses(to: cases)) {
      #expect(
        response.wire == (try sample.message.serialized()), "\(sample.name): \(response.refusal)")
    }
  }

  @Test("Random messages of Python have the same bytes and the same JSON in Steward")
  func randomMessages() throws {
    let cases = (0..<300).map { seed in
      PythonReference.Case(type: Everything.fullName, input: .seed(seed))
    }
    for (seed, response) in try PythonReference.responses(to: cases).enumerated() {
      let wire = try #require(response.wire, "seed \(seed): \(response.refusal)")
      let message = try Everything(serialized: wire)
      #expect(try message.serialized() == wire, "seed \(seed)")
      let expected = try #require(response.json, "seed \(seed): \(response.refusal)")
      #expect(try message.jsonValue().means(expected), "seed \(seed)")
      #expect(try Everything(json: expected).serialized() == wire, "seed \(seed)")
    }
  }

  @Test("NaN survives the wire format and JSON")
  func notANumber() throws {
    let message = Scalars(doubleValue: .nan, floatValue: .nan)
    #expect(try Scalars(serialized: message.serialized()).doubleValue.isNaN)
    #expect(try message.json() == #"{"double_value":"NaN","float_value":"NaN"}"#)
    #expect(try Scalars(json: message.json()).floatValue.isNaN)
  }

  private static func checkRoundTrip<M: GeneratedMessage>(_ message: M) throws {
    let wire = try message.serialized()
    #expect(try M(serialized: wire) == message)
    #expect(try M(json: message.json()) == message)
    #expect(try M(json: message.json(pretty: true)) == message)
    let withDefaults = try message.json(options: JSONOptions(includesDefaults: true))
    #expect(try M(json: withDefaults) == message)
    // The writer of the descriptors in Swift and libprotobuf-c write the same bytes.
    #expect(try M.descriptor.serialized(fromJSON: message.jsonValue()) == wire)
  }
}
