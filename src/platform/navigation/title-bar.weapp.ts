/** A mini-program has no browser tab. */
export function useTitleBadge(_title: string, _count: number, _shown: boolean) {}

/** True if the platform draws a title bar with a back button. */
export const hasNativeTitleBar: boolean = true
