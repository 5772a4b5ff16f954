import Taro from '@tarojs/taro'

/** The error message of a failed WeChat API call. */
export const wechatErrorMessage = (error: unknown): string =>
  (error as { errMsg?: string })?.errMsg ?? String(error)

/** True if the user cancelled. */
export const isCancel = (message: string): boolean => /cancel/i.test(message)

/** True if the user or the privacy terms denied permission. */
export const isPermissionError = (message: string): boolean =>
  /auth|deny|denied|permission|privacy/i.test(message)

/** WeChat's version and settings; base libraries before 2.20.1 have only the older API. */
export const wechatInfo = (): Taro.getAppBaseInfo.Result | Taro.getSystemInfoSync.Result =>
  Taro.getAppBaseInfo?.() ?? Taro.getSystemInfoSync()
