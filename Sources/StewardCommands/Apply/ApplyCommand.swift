internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward apply`.
struct ApplyCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Make organizations and their contents match manifests.",
    discussion: """
      A manifest is YAML or JSON: documents with a kind and fields, or lists of them. The kinds \
      are organization, workspace, member, invite, key and workspace_member. They refer to each \
      other by name, and to people by mail address. All changes are made in one transaction, or \
      none is. Applying the manifest again changes nothing. Objects that the manifest leaves out \
      stay as they are. --plan shows the exact changes: it does the same work and rolls it back.

      An id identifies an object, whatever its current name is: the id of an existing object with \
      another name renames that object. Without an id, a new name creates a new object.

      A key without a value is issued, and its secret is shown once, like the token of an invite. \
      A key with an id and a value is registered, and its value is never printed.

      The objects that an apply creates belong to its --set. --prune deletes the objects that the \
      set created and the manifest no longer has, and nothing else; --allow-deletes limits their \
      number. Workspaces and keys are archived instead, and invites are withdrawn.
      """)

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "A manifest, a directory of manifests, or - for standard input; may be repeated.",
      valueName: "file"))
  var files: [String]

  @Flag(help: "Show what would change, and change nothing.")
  var plan = false

  @Flag(help: "Delete objects that the set created and the manifest no longer has.")
  var prune = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most deletes to allow.", valueName: "n"))
  var allowDeletes: Int = 0

  @Option(help: ArgumentHelp("The name of the set. (default: default)", valueName: "name"))
  var set: String?

  @OptionGroup var global: GlobalOptions

  var makesInstallation: Bool { true }

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("There is nothing to apply; add -f FILE.") }
    guard UInt32(exactly: allowDeletes) != nil else {
      throw ValidationError("--allow-deletes must be at least 0, not \(allowDeletes).")
    }
    guard prune || allowDeletes == 0 else {
      throw ValidationError("--allow-deletes needs --prune; nothing else deletes.")
    }
    guard set?.isEmpty != true else {
      throw ValidationError("--set is empty; name a set, or leave the option out.")
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    var reader = ManifestReader()
    for path in files {
      for file in try await ManifestFile.read(path, in: session) { reader.read(file) }
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
      for part in try ManifestReader.parts(of: objects) {
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
