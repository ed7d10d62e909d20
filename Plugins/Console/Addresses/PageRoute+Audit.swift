extension PageRoute {
  /// The addresses of the log of changes.
  static let audit = [
    PageRoute(to: "/console/audit", AuditPage.self),
    PageRoute("/console/audit/{revision}", EventPage.self),
    PageRoute(form: "/console/audit/verify", VerifyDialog.self),
    PageRoute(to: "/console/audit/download", AuditDownload.self),
  ]
}
