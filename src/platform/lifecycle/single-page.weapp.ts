import Taro from '@tarojs/taro'

/** The launch scene of the single-page mode in WeChat Moments. */
const MOMENTS = 1154

/** True in the single-page mode of WeChat Moments, without sign-in, navigation and API calls. */
export const singlePage: boolean = Taro.getLaunchOptionsSync().scene === MOMENTS
