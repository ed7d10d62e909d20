import AdminKit
import AdminModel
import AdminProtos
import IPC
import PluginKit
import Store

extension AuthService {
  func login(_ request: LoginRequest, context: CallContext) async throws -> SessionTokens {
    return try await passwords.place(of: context.peer) {
      let attempt = try await store.write(context) { tx in
        try Logins.admit(
          email: request.email, label: request.label, from: context.peer, keys: keys, in: &tx)
      }
      guard try await passwords.matches(request.password, attempt.passwordHash) else {
        throw AdminError.loginFailed
      }
      return try await store.write(context) { tx in
        try Logins.succeed(attempt, label: request.label, keys: keys, in: &tx)
      }
    }
  }

  /// Changes the password. The result of the comparison counts only within `once`: when the call is
  /// repeated, the password has changed already.
  func changePassword(_ request: ChangePasswordRequest, context: CallContext) async throws
    -> ChangePasswordResponse
  {
    let email = try store.read(context) { access, tx in
      try Passwords.checkChange(to: request.newPassword, by: access, in: tx)
    }
    return try await passwords.place(of: context.peer) {
      let attempt = try await store.write(context) { tx in
        try Logins.admit(email: email, from: context.peer, keys: keys, in: &tx)
      }
      let matches = try await passwords.matches(request.currentPassword, attempt.passwordHash)
      let hash = try await passwords.hash(request.newPassword)
      return try await store.change(context, request) { access, tx in
        guard matches else { throw AdminError.loginFailed }
        return try Passwords.change(to: hash, attempt, by: access, in: &tx)
      }
    }
  }

  func confirmPassword(_ request: ConfirmPasswordRequest, context: CallContext) async throws
    -> ConfirmPasswordResponse
  {
    let email = try store.read(context) { access, tx in try Passwords.address(of: access, in: tx) }
    return try await passwords.place(of: context.peer) {
      let attempt = try await store.write(context) { tx in
        try Logins.admit(email: email, from: context.peer, keys: keys, in: &tx)
      }
      guard try await passwords.matches(request.password, attempt.passwordHash) else {
        throw AdminError.loginFailed
      }
      let access = try Access(context)
      return try await store.write(context) { tx in
        try Sessions.confirmPassword(attempt, by: access, in: &tx)
      }
    }
  }

  /// Accepts an invite. A user with an account gives its password, and a new user chooses one.
  func acceptInvite(_ request: AcceptInviteRequest, context: CallContext) async throws
    -> AcceptInviteResponse
  {
    try Sessions.check(request.newSession)
    return try await passwords.place(of: context.peer) {
      let invitee = try await store.write(context) { tx in
        try InviteAcceptance.admit(
          token: request.token, name: request.name, password: request.password,
          from: context.peer, keys: keys, in: &tx)
      }
      let proof = try await proof(for: invitee.challenge, of: invitee.owner, request.password)
      let seal = request.newSession.map { _ in keys.outcomes }
      return try await store.change(context, bySecretIn: request, sealing: seal) { tx in
        try InviteAcceptance.accept(
          invitee, name: request.name, proof: proof, newSession: request.newSession, keys: keys,
          in: &tx)
      }
    }
  }

  func createPasswordReset(_ request: CreatePasswordResetRequest, context: CallContext) async throws
    -> CreatedPasswordReset
  {
    let token = SecretText(prefix: PasswordResets.tokenPrefix)
    let hash = keys.passwordResetHash(of: token.text)
    return try await store.change(context, request, sealing: keys.outcomes) { access, tx in
      let reset = try PasswordResets.create(
        for: request.userId, tokenHash: hash, by: access, in: &tx)
      return CreatedPasswordReset(
        userId: reset.userId, expiresAt: reset.expiresAt, token: token.text)
    }
  }

  func resetPassword(_ request: ResetPasswordRequest, context: CallContext) async throws
    -> ResetPasswordResponse
  {
    try Sessions.check(request.newSession)
    let holder = try await store.write(context) { tx in
      try PasswordResets.admit(
        token: request.token, password: request.password, from: context.peer, keys: keys, in: &tx)
    }
    let proof = try await passwords.place(of: context.peer) {
      try await self.proof(for: holder.challenge, of: holder.owner, request.password)
    }
    let seal = request.newSession.map { _ in keys.outcomes }
    return try await store.change(context, bySecretIn: request, sealing: seal) { tx in
      try PasswordResets.use(
        holder, proof: proof, newSession: request.newSession, keys: keys, in: &tx)
    }
  }

  /// Compares the password, or hashes it where it is chosen. Call it only from within
  /// ``PasswordChecker/place(of:_:)``.
  private func proof(
    for challenge: Accounts.Challenge, of owner: PasswordOwner, _ password: String
  ) async throws -> Accounts.Proof {
    if let attempt = challenge.attempt {
      if try await passwords.matches(password, attempt.passwordHash) { return .known }
      guard challenge.isReplaceable else { return .wrong }
      try Passwords.check(password, for: owner)
    }
    return .chosen(try await passwords.hash(password))
  }
}
