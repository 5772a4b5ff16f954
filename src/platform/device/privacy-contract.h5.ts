/** Only WeChat has such a guide. */
export const openPrivacyContract: (() => void) | undefined = undefined
