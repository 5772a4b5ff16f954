import Taro from '@tarojs/taro'

/** Mini-program pages have no embedded replies and no server-rendered first screen. */
export const preloadedReply = (_key: string): unknown => undefined
export const useReplaceFirstPaint = (_ready: boolean): void => undefined

/** The launch scene of the single-page mode in WeChat Moments. */
const MOMENTS = 1154

/** True in the single-page mode of WeChat Moments, without sign-in, navigation and API calls. */
export const singlePage: boolean = Taro.getLaunchOptionsSync().scene === MOMENTS
