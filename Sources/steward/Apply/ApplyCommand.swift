internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward apply`.
struct ApplyCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Make organizations and what is in them as manifests say.",
    discussion: """
      A manifest is YAML or JSON: documents with a kind and fields, or lists of them. The kinds \
      are organization, workspace, member, invite, key and workspace_member; they call each other \
      by name, and people by their mail addresses. All of it becomes true in one transaction, or \
      nothing does; applied again, it changes nothing. What it leaves out stays as it is. --plan \
      shows the exact changes: the same work, rolled back.

      An id says which one is meant, whatever its name is now: with the id of one that is there and \
      another name, it is renamed in place. Without, the new name makes a new one.

      A key without a value is issued, and its secret is shown once, as is the token of an invite. \
      A key with an id and a value is registered; nothing repeats the value.

      What an apply creates belongs to its --set. With --prune, what the set created and the \
      manifest no longer has is deleted, and never anything else; --allow-deletes says how many \
      that may be. Workspaces and keys are archived, as that is their end, and invites withdrawn.
      """)

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "A manifest, a directory of them, or - for standard input; may be repeated.",
      valueName: "file"))
  var files: [String]

  @Flag(help: "Show what would change, and change nothing.")
  var plan = false

  @Flag(help: "Delete what the set created and the manifest no longer has.")
  var prune = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many deletes are right. Default: 0.", valueName: "n"))
  var allowDeletes: Int = 0

  @Option(help: ArgumentHelp("The name of the set. Default: default.", valueName: "name"))
  var set: String?

  @OptionGroup var global: GlobalOptions

  var makesInstallation: Bool { true }

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("Say what to apply: -f FILE") }
    guard UInt32(exactly: allowDeletes) != nil else {
      throw ValidationError("--allow-deletes must be a number from 0 on, not \(allowDeletes).")
    }
    guard prune || allowDeletes == 0 else {
      throw ValidationError("--allow-deletes is about --prune; nothing else deletes.")
    }
    guard set?.isEmpty != true else {
      throw ValidationError("--set is empty; name a set, or leave the option out.")
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    var reader = ManifestReader()
    for path in files {
      for file in try await ManifestFiles.read(path, in: session) { reader.read(file) }
    }
    try reader.check()
    let report = try await apply(reader.objects, over: channel, session.console)
    try report.print(as: global.output ?? .table, to: session.console)
  }

  private func apply(
    _ objects: [ManifestObject], over channel: any Channel, _ console: Console
  ) async throws -> ApplyReport {
    let options = ApplyOptions(
      plan: plan, prune: prune, allowDeletes: UInt32(allowDeletes), set: set ?? "")
    let responses = try await AutomationClient(channel).apply(options: callOptions) { writer in
      try await writer.send(ApplyRequest(options: options))
      for part in try ManifestParts.cut(objects) {
        try await writer.send(ApplyRequest(objects: part))
      }
    }
    var report = ApplyReport()
    var bar = ProgressBar(plan ? "Planning" : "Applying", on: console)
    defer { bar.clear() }
    for try await response in responses {
      if let step = response.progress { bar.show(step.objects, of: step.totalObjects) }
      report.add(response)
    }
    return report
  }
}
