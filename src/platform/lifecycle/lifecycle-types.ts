/** `isNear`: the element is near the viewport. `height` is its height in px. */
export type OnNearChange = (isNear: boolean, height: number) => void

/** Calls back when an element comes near the viewport or leaves it; the returned function stops it. */
export type ObserveViewport = (element: unknown, onChange: OnNearChange) => () => void

/** The texts of a native WeChat dialog. */
export interface VersionDialog {
  title: string
  content: string
  confirmText: string
  cancelText: string
}

export type VersionWords = Record<'oldWechat' | 'newVersion', VersionDialog>
