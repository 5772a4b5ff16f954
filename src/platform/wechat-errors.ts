/** What WeChat says went wrong. */
export const saysOf = (error: unknown): string => (error as { errMsg?: string })?.errMsg ?? String(error)

/** People changed their mind. */
export const isCancel = (says: string): boolean => /cancel/i.test(says)

/** People, or the privacy terms, did not allow it. */
export const isRefusal = (says: string): boolean => /auth|deny|denied|permission|privacy/i.test(says)
