internal import ProtobufRuntime
internal import YAML

extension CallCommand {
  /// Prints one response: a document or line of a stream, or a single response as a whole.
  func print(_ response: JSONValue, isStream: Bool, console: Console) throws {
    switch global.output {
    case .yaml: try console.print((isStream ? "---\n" : "") + YAMLText.document(response))
    case .jsonl: try console.print(response.description + "\n")
    case _ where isStream: try console.print(response.description + "\n")
    default: try console.print(response.prettyDescription + "\n")
    }
  }
}
