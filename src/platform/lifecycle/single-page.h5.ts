/** True in the single-page mode of WeChat Moments, without sign-in, navigation and API calls. */
export const singlePage: boolean = false
