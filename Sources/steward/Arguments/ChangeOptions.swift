internal import ArgumentParser

/// The options of commands that change something.
struct ChangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Names the change: the same key again answers with the first outcome.", valueName: "key"))
  var idempotencyKey: String?

  func validate() throws {
    guard idempotencyKey?.isEmpty != true else {
      throw ValidationError("--idempotency-key is empty; give a key, or leave the option out.")
    }
  }
}

/// The option of commands that change something only if nobody else has.
struct MatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Change it only if it still has this etag.", valueName: "etag"))
  var ifMatch: String?

  func validate() throws {
    guard ifMatch?.isEmpty != true else {
      throw ValidationError("--if-match is empty; give the etag that get printed, or leave it out.")
    }
  }
}
