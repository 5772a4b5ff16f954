/** A mini-program has no place of people's own to save a file in; the address is copied instead. */
export const download: ((url: string) => void) | null = null
