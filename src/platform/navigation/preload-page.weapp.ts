/** WeChat fetches a package's pages itself, and says it where they do not come. */
export const preloadPage = (_url: string, open: () => void): void => open()
