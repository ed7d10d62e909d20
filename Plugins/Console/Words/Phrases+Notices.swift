/// What was done.
extension Phrase {
  static func done(_ kind: Notice.Kind) -> Phrase {
    switch kind {
    case .created: Phrase(ja: "作成しました。", en: "Created.")
    case .added: Phrase(ja: "追加しました。", en: "Added.")
    case .addedWithoutPassword:
      Phrase(
        ja: "追加しました。最初のパスワードのリンクは、サーバーのスーパー管理者が作成できます。",
        en: "Added. A super admin can make the link for the first password.")
    case .saved: Phrase(ja: "保存しました。", en: "Saved.")
    case .deleted: Phrase(ja: "削除しました。", en: "Deleted.")
    case .archived: Phrase(ja: "廃止しました。", en: "Archived.")
    case .removed: Phrase(ja: "外しました。", en: "Removed.")
    case .linked: Phrase(ja: "割り当てました。", en: "Linked.")
    case .unlinked: Phrase(ja: "割り当てを外しました。", en: "Unlinked.")
    case .activated: Phrase(ja: "有効にしました。", en: "Activated.")
    case .deactivated: Phrase(ja: "停止しました。", en: "Deactivated.")
    case .revoked: Phrase(ja: "失効させました。", en: "Revoked.")
    case .rotated: Phrase(ja: "更新しました。", en: "Rotated.")
    case .invited: Phrase(ja: "招待しました。", en: "Invited.")
    case .withdrawn: Phrase(ja: "招待を取り消しました。", en: "Invite withdrawn.")
    case .suspended: Phrase(ja: "利用を停止しました。", en: "Suspended.")
    case .resumed: Phrase(ja: "利用を再開しました。", en: "Resumed.")
    case .reloaded: Phrase(ja: "再読み込みしました。", en: "Reloaded.")
    case .registered: Phrase(ja: "登録しました。", en: "Registered.")
    case .signedOut: Phrase(ja: "サインアウトさせました。", en: "Signed out.")
    case .sessionEnded: Phrase(ja: "セッションを終了しました。", en: "Session ended.")
    case .passwordChanged: Phrase(ja: "パスワードを変更しました。", en: "Password changed.")
    }
  }
}
