/** A mini-program is open once. */
export const syncAcrossTabs = (_name: string, _store: unknown): void => undefined
