/** WeChat scrolls pages and its own scroll views by ids; what scrolls inside a page it leaves where it is. */
export const keepSeen = (_id: string): void => undefined
