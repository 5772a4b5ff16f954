// What a first screen needs of `@tarojs/taro` on the server: it is the first page, nothing happens to it, nobody moves on.
const nothing = () => undefined

export const useShareAppMessage = nothing
export const useShareTimeline = nothing
export const useDidShow = nothing
export const useDidHide = nothing

export default { getCurrentPages: () => [] }
