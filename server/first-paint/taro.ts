// Replaces `@tarojs/taro` on the server: a first screen has no page events and no navigation.
const noop = () => undefined

export const useShareAppMessage = noop
export const useShareTimeline = noop
export const useDidShow = noop
export const useDidHide = noop
export const usePullDownRefresh = noop

export default { getCurrentPages: () => [] }
