/** `isNear`: the element is near the viewport. `height` is its height in px. */
export type OnNearChange = (isNear: boolean, height: number) => void

/**
 * Calls back when an element comes near the viewport or leaves it; the returned function stops it. `margin` is the distance within which it is
 * near, in px; the default suits content that has to be rendered before it is seen.
 */
export type ObserveViewport = (element: unknown, onChange: OnNearChange, margin?: number) => () => void

/** Resolves with true in one of the browser's tabs that heard of an event, which is named the same in each of them. */
export type ClaimEvent = (event: string) => Promise<boolean>

/** Calls back when the app comes to the foreground or leaves it; the returned function stops it. */
export type FollowAppVisibility = (onChange: (isVisible: boolean) => void) => () => void

/** The texts of a native WeChat dialog. */
export interface VersionDialog {
  title: string
  content: string
  confirmText: string
  cancelText: string
}

export type VersionWords = Record<'oldWechat' | 'newVersion', VersionDialog>
