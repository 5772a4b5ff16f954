import Taro from '@tarojs/taro'

/** What WeChat says went wrong. */
export const wechatErrorMessage = (error: unknown): string =>
  (error as { errMsg?: string })?.errMsg ?? String(error)

/** People changed their mind. */
export const isCancel = (says: string): boolean => /cancel/i.test(says)

/** People, or the privacy terms, did not allow it. */
export const isPermissionError = (says: string): boolean => /auth|deny|denied|permission|privacy/i.test(says)

/** What WeChat says of itself; base libraries before 2.20.1 know the older call alone. */
export const wechatInfo = (): Taro.getAppBaseInfo.Result | Taro.getSystemInfoSync.Result =>
  Taro.getAppBaseInfo?.() ?? Taro.getSystemInfoSync()
