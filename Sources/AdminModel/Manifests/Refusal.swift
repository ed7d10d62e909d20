internal import Status

/// The reason why an object of a manifest can't be made as desired.
struct Refusal: Error, Hashable {
  let reason: String
  let message: String

  init(_ reason: String, _ message: String) {
    self.reason = reason
    self.message = message
  }

  /// Creates the refusal for an operation's error, with the error's own reason and message.
  init(_ error: any Error) {
    if let refusal = error as? Refusal {
      self = refusal
    } else {
      let status = Status(describing: error)
      self.init(status.reason.rawValue, status.message)
    }
  }
}

extension Refusal {
  static func required(_ field: String, _ what: String) -> Refusal {
    Refusal("REQUIRED", "\(field): must be \(what)")
  }

  static func ambiguous(_ noun: String, _ name: String, _ ids: [String]) -> Refusal {
    Refusal(
      "AMBIGUOUS_NAME",
      "There are several \(noun)s named \"\(name.shortened)\": \(ids.joined(separator: ", ")). "
        + "Give the id.")
  }

  static func unknown(_ noun: String, _ name: String) -> Refusal {
    Refusal(
      "\(noun.uppercased())_NOT_FOUND",
      "There is no \(noun) \"\(name.shortened)\" in the manifest or in the store.")
  }

  static func byReference(_ noun: String) -> Refusal {
    Refusal(
      "\(noun.uppercased())_REFUSED",
      "Its \(noun) can't be applied; see the message for that \(noun).")
  }

  /// Returns the refusal to delete a record that still contains others.
  ///
  /// - Parameter parts: How many records of each noun it contains.
  static func filled(
    _ noun: String, _ name: String, with parts: [(noun: String, count: Int)], remedy: String
  ) -> Refusal {
    let list = parts.map { "\($0.count) \($0.noun)\($0.count == 1 ? "" : "s")" }
    return Refusal(
      "\(noun.uppercased())_NOT_EMPTY",
      "\(noun.prefix(1).uppercased())\(noun.dropFirst()) \"\(name)\" has objects that this set "
        + "didn't make: \(list.joined(separator: ", ")). Remove them first, or \(remedy)")
  }

  static func duplicate(of source: String) -> Refusal {
    Refusal(
      "DUPLICATE",
      "The same object is already declared at \(source.isEmpty ? "another place" : source). "
        + "Declare it once, or distinguish the two by id.")
  }
}
