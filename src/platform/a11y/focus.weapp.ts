/** WeChat leads its own focus. */
export const focusElement = (_id: string): void => undefined

/** WeChat keeps the focus itself. */
export const useAutofocusHeading = (): Record<string, unknown> => ({})
