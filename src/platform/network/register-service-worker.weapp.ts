/** WeChat keeps the mini-program by itself. */
export const registerServiceWorker = (): void => undefined
