/** The language of the browser, such as `zh-CN`. */
export const phoneLanguage = (): string => navigator.language
