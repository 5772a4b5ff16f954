/** The texts of a native WeChat dialog. */
export interface VersionDialog {
  title: string
  content: string
  confirmText: string
  cancelText: string
}

export type VersionWords = Record<'oldWechat' | 'newVersion', VersionDialog>
