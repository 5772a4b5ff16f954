/** WeChat leads its own focus. */
export const focusPart = (_id: string): void => undefined
