/** Pages of a mini-program have no URL fragment. */
export const usePathHash = (): string | undefined => undefined
