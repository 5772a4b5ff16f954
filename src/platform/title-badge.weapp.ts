/** A mini-program has no browser tab. */
export function useTitleBadge(_title: string, _count: number, _shown: boolean) {}
