/** WeChat manages the focus itself. */
export const usePageFocus = (): Record<string, unknown> => ({})
