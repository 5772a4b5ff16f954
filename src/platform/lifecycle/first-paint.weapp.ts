/** A mini-program's page comes with nothing read and nothing painted. */
export const preloadedReply = (_key: string): unknown => undefined
export const useTakeOver = (_ready: boolean): void => undefined
