/** WeChat manages the focus itself. */
export const usePageFocus = (): Record<string, unknown> => ({})

/** WeChat manages the focus itself. */
export const focusElement = (_id: string): void => undefined

/** WeChat manages the focus itself. */
export const useAutofocusHeading = (): Record<string, unknown> => ({})

/** Mini-programs have no keys that scroll. */
export const scrolledByKeys: Record<string, unknown> = {}
