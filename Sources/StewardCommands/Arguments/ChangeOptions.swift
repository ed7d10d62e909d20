internal import ArgumentParser

/// The options of commands that change something.
struct ChangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Identifies the change: a command with the same key returns the first outcome.",
      valueName: "key"))
  var idempotencyKey: String?

  func validate() throws {
    guard idempotencyKey?.isEmpty != true else {
      throw ValidationError("--idempotency-key is empty; give a key, or leave the option out.")
    }
  }
}

extension ChangeOptions {
  /// Returns the note to print with a secret. With an idempotency key, the host keeps the first
  /// response for a day and repeats it.
  func noteOnSecret(_ what: String) -> String {
    idempotencyKey == nil
      ? "Keep the \(what) now: it is not stored, and won't be shown again."
      : "Keep the \(what) now: for 24 hours, the same command with the same --idempotency-key "
        + "shows it again. After that, it won't be shown again."
  }
}

/// The option of commands that change a resource only if it has not changed since it was read.
struct MatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Change the resource only if it still has this etag.", valueName: "etag"))
  var ifMatch: String?

  func validate() throws {
    guard ifMatch?.isEmpty != true else {
      throw ValidationError(
        "--if-match is empty; give the etag that `get` printed, or leave the option out.")
    }
  }
}
