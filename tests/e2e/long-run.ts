/** Details of a test that only the long run takes: the short run leaves out this tag (see playwright.config.ts). */
export const LONG_RUN = { tag: '@long' }

/** Details of a test that the short run takes only under a condition, such as for one of several alike cases. */
export const longRunUnless = (isShort: boolean) => (isShort ? {} : LONG_RUN)
