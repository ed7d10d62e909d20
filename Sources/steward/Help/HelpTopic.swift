/// A page of help that belongs to no command: `steward help exit-codes`.
enum HelpTopic: String, CaseIterable {
  case exitCodes = "exit-codes"

  /// Creates the topic that the command line asks for; nil if it asks for anything else.
  init?(_ arguments: [String]) {
    guard arguments.count == 2, arguments[0] == "help" else { return nil }
    self.init(rawValue: arguments[1])
  }

  var text: String {
    switch self {
    case .exitCodes: ExitCodes.help
    }
  }
}
