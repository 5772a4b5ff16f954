/** WeChat has no history of a page's own. */
export const followHistory = (): void => undefined
