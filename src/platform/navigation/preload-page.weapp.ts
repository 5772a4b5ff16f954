/** WeChat loads a package's pages itself and reports errors. */
export const preloadPage = (_url: string, open: () => void): void => open()
