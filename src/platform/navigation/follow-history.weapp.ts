/** WeChat has no history entries within a page. */
export const followHistory = (): void => undefined
