/** A mini-program has no browser tab. */
export function useTitleBadge(_title: string, _count: number, _shown: boolean) {}

/** Whether the platform itself draws a bar with the title and the way back. */
export const hasNativeTitleBar: boolean = true
