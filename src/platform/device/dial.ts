import Taro from '@tarojs/taro'

/** Opens the dialler with a number; people press call themselves. */
export const dial = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
