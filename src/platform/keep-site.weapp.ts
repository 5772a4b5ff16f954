/** WeChat keeps the mini-program by itself. */
export const keepSite = (): void => undefined
