/** True in WeChat's browser and, on Android, in those of other apps: they neither print nor download. */
export const isInAppBrowser = (): boolean => /MicroMessenger|; wv\)/i.test(navigator.userAgent)
