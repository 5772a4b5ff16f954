/** A mini-program has only one instance. */
export const syncAcrossTabs = (_name: string, _store: unknown): void => undefined
