import Taro from '@tarojs/taro'

/** Opens the phone app with a number; does not start the call. */
export const dial = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
