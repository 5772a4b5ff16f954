/** Mini-program pages have no embedded replies and no server-rendered first screen. */
export const preloadedReply = (_key: string): unknown => undefined
export const useTakeOver = (_ready: boolean): void => undefined
