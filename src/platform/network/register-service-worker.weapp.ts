/** WeChat caches mini-programs itself. */
export const registerServiceWorker = (): void => undefined
