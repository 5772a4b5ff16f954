import Taro from '@tarojs/taro'

/** The scene of a page that is read within WeChat Moments. */
const MOMENTS = 1154

/** Whether only this page is open, without sign-in, navigation and calls: as from WeChat Moments. */
export const singlePage: boolean = Taro.getLaunchOptionsSync().scene === MOMENTS
