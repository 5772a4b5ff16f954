/** Whether only this page is open, without sign-in, navigation and calls: as from WeChat Moments. */
export const singlePage: boolean = false
