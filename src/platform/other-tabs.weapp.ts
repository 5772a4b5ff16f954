/** A mini-program is open once. */
export const followOtherTabs = (_name: string, _store: unknown): void => undefined
