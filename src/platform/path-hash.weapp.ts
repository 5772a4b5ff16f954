/** A mini-program's pages have no `#`. */
export const takePathHash = (): string | undefined => undefined
