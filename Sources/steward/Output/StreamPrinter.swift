internal import ProtobufRuntime
internal import YAML

/// Prints the messages of a stream as they come, each at once.
struct StreamPrinter<Element: Message>: Sendable {
  var format: OutputFormat
  var console: Console
  /// The line for people.
  var line: @Sendable (_ element: Element, _ style: Style) -> String
  var id: @Sendable (Element) -> String

  func print(_ element: Element) throws {
    switch format {
    case .table: try console.print(line(element, console.outputStyle) + "\n")
    case .json, .jsonl: try console.print(try element.wholeJSON().description + "\n")
    case .yaml: try console.print("---\n" + YAMLText.document(try element.wholeJSON()))
    case .id: try console.print(id(element).singleLine + "\n")
    }
  }
}

extension GlobalOptions {
  /// The format of a stream: as chosen, or else lines for people on a terminal and for machines
  /// elsewhere.
  func streamFormat(_ console: Console) -> OutputFormat {
    output ?? (console.outputIsTerminal ? .table : .jsonl)
  }
}
