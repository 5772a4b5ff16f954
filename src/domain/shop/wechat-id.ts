/** A WeChat id: 6 to 20 letters, digits, dashes and underscores, a letter first. */
export const WECHAT_ID_PATTERN = '[A-Za-z][-_A-Za-z0-9]{5,19}'

const wechatId = new RegExp(`^${WECHAT_ID_PATTERN}$`)

export const isWechatId = (text: string): boolean => wechatId.test(text)
