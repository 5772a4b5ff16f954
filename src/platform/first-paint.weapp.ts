/** A mini-program's page comes with nothing read and nothing painted. */
export const firstRead = (_key: string): unknown => undefined
export const useTakesOver = (_ready: boolean): void => undefined
