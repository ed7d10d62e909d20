/// A call of one method that reaches the check of permissions, and, if it passes, succeeds.
struct MethodProbe: Sendable {
  /// What the method is about, and so where it can be called for.
  enum Subject: Sendable {
    case installation
    case organizations
    case workspaces
    case people
  }

  /// The method, without "steward.".
  let method: String
  let subject: Subject
  /// By what refusal that isn't one of authorization a caller shows to have passed it; empty where the call succeeds.
  let allowedReason: String
  /// Makes the call; returns whether its answer has what it was made for.
  let call: @Sendable (Attempt) async throws -> Bool

  /// A call whose answer shows whether what it asks for is there.
  static func showing(
    _ method: String, _ subject: Subject, _ call: @escaping @Sendable (Attempt) async throws -> Bool
  ) -> MethodProbe {
    MethodProbe(method: method, subject: subject, allowedReason: "", call: call)
  }

  /// A call that succeeds or is refused.
  static func of(
    _ method: String, _ subject: Subject, passing reason: String = "",
    _ call: @escaping @Sendable (Attempt) async throws -> any Sendable
  ) -> MethodProbe {
    MethodProbe(method: method, subject: subject, allowedReason: reason) { attempt in
      _ = try await call(attempt)
      return true
    }
  }
}

extension MethodProbe {
  static let all = orgs + workspaces + members + keys + auth + automation + host

  /// Where somebody can call for it.
  func places(of caller: TestCaller) -> [Relation] {
    switch subject {
    case .installation: [.own]
    case .organizations: [.own, .other, .nowhere]
    case .workspaces: Relation.allCases
    // Who isn't a user has nothing of their own here.
    case .people: caller.user == nil ? [.other] : [.own, .other]
    }
  }

  /// What the matrix says of a caller whose calls came to this.
  func cell(_ verdicts: [Relation: Verdict]) -> String {
    let unclear = Relation.allCases.compactMap { relation -> String? in
      guard case .unclear(let text) = verdicts[relation] else { return nil }
      return "\(relation.rawValue): \(text)"
    }
    guard unclear.isEmpty else { return unclear.joined(separator: "; ") }
    let asked = Relation.allCases.filter { $0 != .nowhere && verdicts[$0] != nil }
    let allowed = asked.filter { verdicts[$0] == .allowed }
    if allowed.isEmpty { return "-" }
    if allowed == asked { return subject == .installation ? "yes" : "all" }
    switch (subject, allowed) {
    case (.people, [.own]): return "self"
    case (.organizations, [.own]), (.workspaces, [.own, .sibling]): return "own"
    case (.workspaces, [.own]): return "ws"
    default: return allowed.map(\.rawValue).joined(separator: "+")
    }
  }
}
