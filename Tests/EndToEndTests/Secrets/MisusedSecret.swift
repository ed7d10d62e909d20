import Foundation

/// A secret in a wrong place, with a wrong end, or given to a wrong receiver.
struct MisusedSecret {
  /// The secret as its owner has it.
  let secret: String

  /// The secret with another last character.
  var spoilt: String { secret.dropLast() + (secret.hasSuffix("x") ? "y" : "x") }

  /// Objects of a manifest with the secret in wrong places.
  var manifest: String {
    """
    - {kind: key, name: x, expires_at: \(secret)}
    - {kind: key, name: x, value: [\(secret)]}
    - {kind: key, value: \(secret), nmae: x}
    - {kind: member, organization: x, email: \(secret), role: \(secret)}
    - {kind: \(secret)}
    - {kind: key, name: x, \(secret): x}

    """
  }

  /// Command lines with the secret in place of a word, a value, a file or a name.
  var commandLines: [[String]] {
    [
      [secret], ["orgs", secret], ["help", secret], ["orgs", "get", secret],
      ["orgs", "list", secret], ["orgs", "delete", secret], ["serve", "--http", secret],
      ["orgs", "list", "--limit", secret], ["orgs", "list", "--limit=\(secret)"],
      ["audit", "list", "--filter", secret], ["audit", "list", "--filter", "\(secret)=x"],
      ["keys", "verify", "--secret-file", secret], ["plugin", "info", secret],
      ["describe", secret], ["call", secret],
      ["call", "Keys/Verify", "-d", #"{"\#(secret)": "x"}"#],
      ["serve", "--no-http", "--set", secret], ["serve", "--no-http", "--set", "\(secret).x=y"],
    ]
  }

  /// Returns lines for `steward batch`.
  func lines() throws -> [String] {
    let lines = try calls().map { method, request -> String in
      let call: [String: Any] = ["method": method, "request": request]
      return String(
        decoding: try JSONSerialization.data(withJSONObject: call), as: UTF8.self)
    }
    return lines + [
      secret, #"{"method": "Keys/Verify", "request": {"secret": "\#(secret)"#,
      #"{"method": "\#(secret)"}"#, #"{"method": "\#(secret)/Get"}"#,
      #"{"method": "Keys/\#(secret)"}"#, #"{"\#(secret)": "x"}"#,
      #"{"method": "Keys/Verify", "request": {"\#(secret)": "x"}}"#,
    ]
  }

  private func calls() -> [(String, [String: Any])] {
    let key = "apikey_01Rj2N8SVvo6BePZj99NhmiT"
    let byID = [
      "Orgs/Get", "Workspaces/Get", "Invites/Get", "Keys/Get", "Keys/Revoke", "Keys/Rotate",
      "Keys/Reveal", "AdminKeys/Revoke", "Sessions/Revoke",
    ]
    var calls: [(String, [String: Any])] = byID.map { ($0, ["id": secret]) }
    calls += [
      ("Keys/Verify", ["secret": spoilt]),
      ("Keys/Verify", ["secret": String(secret.dropLast(4))]),
      ("Keys/Verify", ["secret": secret + secret]),
      ("Keys/Verify", ["secret": ["of": secret]]),
      ("Keys/Update", ["id": key, "status": secret]),
      ("Keys/Link", ["id": key, "user_id": secret]),
      ("Keys/Issue", ["organization_id": secret, "name": "x"]),
      ("Keys/Issue", ["name": "x", "expires_at": secret]),
      ("Keys/Register", ["id": secret, "value": spoilt]),
      ("Keys/Register", ["id": key, "value": secret + " ", "partial_key_hint": spoilt]),
      ("Keys/List", ["organization_id": secret, "statuses": [secret], "kind": secret]),
      ("Keys/List", ["limit": secret]),
      ("Users/Add", ["organization_id": secret, "email": secret, "role": secret]),
      ("Users/List", ["organization_id": secret, "roles": [secret]]),
      ("Invites/Create", ["organization_id": secret, "email": secret, "role": secret]),
    ]
    calls += [
      ("WorkspaceMembers/Add", ["workspace_id": secret, "user_id": secret]),
      ("AdminKeys/Create", ["organization_id": secret, "name": "x", "lifetime": secret]),
      ("Sessions/List", ["user_id": secret]),
      ("Auth/Login", ["email": secret, "password": spoilt]),
      ("Auth/Refresh", ["refresh_token": spoilt]),
      ("Auth/Logout", ["refresh_token": spoilt]),
      ("Auth/AcceptInvite", ["token": spoilt, "password": secret]),
      ("Auth/ResetPassword", ["token": spoilt, "password": secret]),
      ("CredentialResolver/Resolve", ["credential": spoilt]),
      ("Auth/ConfirmPassword", ["password": secret]),
      ("Auth/ChangePassword", ["current_password": spoilt, "new_password": secret]),
    ]
    return calls
  }
}
