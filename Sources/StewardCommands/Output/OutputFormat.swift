internal import ArgumentParser
internal import ProtobufRuntime
internal import YAML

/// A format of printed data.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// Aligned columns, for people.
  case table
  /// The whole response, indented.
  case json
  /// One item per line.
  case jsonl
  case yaml
  /// Only the ids, one per line.
  case id

  /// Whether errors are printed as JSON as well.
  var isJSON: Bool { self == .json || self == .jsonl }
}

/// A printer of a stream's messages. It prints each message as soon as it arrives.
struct StreamPrinter<Element: Message>: Sendable {
  var format: OutputFormat
  var console: Console
  /// Returns the line for people.
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
  /// Returns the format of a stream: the chosen one, or else lines for people on a terminal and
  /// JSON lines elsewhere.
  func streamFormat(_ console: Console) -> OutputFormat {
    output ?? (console.outputIsTerminal ? .table : .jsonl)
  }
}
