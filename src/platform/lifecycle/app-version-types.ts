/** What a dialog of WeChat's own says. */
export interface VersionDialog {
  title: string
  content: string
  confirmText: string
  cancelText: string
}

export type VersionWords = Record<'oldWechat' | 'newVersion', VersionDialog>
