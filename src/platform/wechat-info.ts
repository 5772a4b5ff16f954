import Taro from '@tarojs/taro'

/** What WeChat says of itself; base libraries before 2.20.1 know the older call alone. */
export const wechatInfo = (): Taro.getAppBaseInfo.Result | Taro.getSystemInfoSync.Result =>
  Taro.getAppBaseInfo?.() ?? Taro.getSystemInfoSync()
