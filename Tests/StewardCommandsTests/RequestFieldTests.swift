import AdminProtos
import ArgumentParser
import IPC
import ProtobufRuntime
import Synchronization
import Testing

@testable import StewardCommands

/// A field that the command line forgets would compile, and could never be set.
@Suite("The fields of requests that commands send")
struct RequestFieldTests {
  /// A command line with every option, and the request that it sends.
  struct Line: Sendable, CustomTestStringConvertible {
    let words: String
    let request: any Message.Type
    /// The fields that this command line doesn't set, each with the reason.
    var unset: [String: String] = [:]

    var testDescription: String { words }

    /// The words before the options, and the options, each with its value.
    var parts: (command: [String], options: [[String]]) {
      words.split(separator: " ").map(String.init).reduce(into: ([], [])) { parts, word in
        if word.hasPrefix("--") {
          parts.options.append([word])
        } else if parts.options.isEmpty {
          parts.command.append(word)
        } else {
          parts.options[parts.options.count - 1].append(word)
        }
      }
    }
  }

  static let organization = "0198c0de-0000-7000-8000-000000000001"
  static let id = "the id alone finds it; clients of one organization send both"

  static let lines = [
    Line(words: "orgs create Acme", request: CreateOrganizationRequest.self),
    Line(
      words: "orgs update \(organization) --name A --if-match 7",
      request: UpdateOrganizationRequest.self),
    Line(
      words: "workspaces create CI --org \(organization) --color #112233 --tag a=b "
        + "--allowed-geo us --default-geo us",
      request: CreateWorkspaceRequest.self, unset: ["workspace_geo": "there is only one"]),
    Line(
      words: "workspaces update wrkspc_1 --name A --color #112233 --tag a=b --remove-tag c "
        + "--allowed-geo us --default-geo us --if-match 7",
      request: UpdateWorkspaceRequest.self,
      unset: ["workspace_geo": "it can't be changed", "organization_id": id]),
    Line(
      words: "workspaces members add wrkspc_1 user_1 --role workspace_user",
      request: AddWorkspaceMemberRequest.self, unset: ["organization_id": id]),
    Line(
      words: "users add a@x.org --org \(organization) --name A --role user --key apikey_1",
      request: AddUserRequest.self),
    Line(
      words: "users update user_1 --org \(organization) --name A --role user --super-admin "
        + "--if-match 7",
      request: UpdateUserRequest.self,
      unset: ["spare_admins": "for clients of the Admin API, which never change an admin"]),
    Line(
      words: "users invite a@x.org --org \(organization) --role user",
      request: CreateInviteRequest.self),
    Line(
      words: "keys issue CI --org \(organization) --workspace wrkspc_1 --user user_1 "
        + "--expires-at 2099-01-01 --allow-cidr 203.0.113.0/24",
      request: IssueKeyRequest.self,
      unset: [
        "without_owner": "contradicts the user",
        "lifetime": "--expires-at takes a duration too, and sends the time",
      ]),
    Line(
      words: "keys update apikey_1 --name A --status inactive --allow-cidr 203.0.113.0/24 "
        + "--if-match 7",
      request: UpdateKeyRequest.self, unset: ["organization_id": id]),
    Line(
      words: "keys link apikey_1 --user user_1 --if-match 7", request: LinkKeyRequest.self),
    Line(
      words: "keys rotate apikey_1 --overlap 2h --if-match 7", request: RotateKeyRequest.self),
    Line(
      words: "admin-keys create CI --org \(organization) --lifetime 30d",
      request: CreateAdminKeyRequest.self),
    Line(
      words: "admin-keys rotate adminkey_1 --overlap 2h --if-match 7",
      request: RotateAdminKeyRequest.self),
  ]

  @Test("Each field of a request has an option, or says why not", arguments: lines)
  func fields(_ line: Line) async throws {
    let words = line.words.split(separator: " ").map(String.init)
    let verb = try #require(try Steward.parseAsRoot(words) as? any CallingVerb)
    let channel = RecordingChannel()
    // Nothing serves the call, but it has been recorded.
    await #expect(throws: (any Error).self) {
      try await verb.run(over: channel, in: Recorder().session())
    }
    let message = try #require(channel.message)
    let type = try line.request.descriptor
    let sent = Self.names(in: try type.json(fromSerialized: message))
    #expect(Self.names(of: type).subtracting(sent) == Set(line.unset.keys))
  }

  /// A command that forgets a new option in its check would refuse the option by itself.
  @Test(
    "Each option is enough for an update, and an update without options names it",
    arguments: lines.filter { $0.words.contains(" update ") })
  func alone(_ line: Line) throws {
    let (command, options) = line.parts
    let error = #expect(throws: (any Error).self) { try Steward.parseAsRoot(command) }
    let refusal = error.map(Steward.message(for:)) ?? ""
    for option in options where !["--org", "--if-match"].contains(option[0]) {
      #expect(throws: Never.self) { try Steward.parseAsRoot(command + option) }
      #expect(refusal.contains(option[0]))
    }
  }

  /// Returns the names of the fields that a message of JSON has, also of messages within it.
  private static func names(in value: JSONValue) -> Set<String> {
    guard case .object(let members) = value else { return [] }
    return members.reduce(into: []) { $0.formUnion([$1.0] + names(in: $1.1)) }
  }

  /// Returns the names of all fields of a type, also of messages within it.
  private static func names(of type: MessageDescriptor) -> Set<String> {
    type.fields.reduce(into: []) { names, field in
      names.insert(field.name)
      guard !field.isRepeated, let part = type.message(of: field),
        !part.fullName.hasPrefix("google.")
      else { return }
      names.formUnion(Self.names(of: part))
    }
  }
}

/// A channel that keeps the first message of the last call, and serves none.
private final class RecordingChannel: Channel {
  private let last = Mutex<[UInt8]?>(nil)
  private let base = InProcessChannel(ServiceRouter([]))

  var message: [UInt8]? { last.withLock(\.self) }

  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    last.withLock { $0 = header.message }
    return base.open(header, delegate: delegate)
  }
}
