import Taro from '@tarojs/taro'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { isCancel, wechatErrorMessage } from '../device/wechat'
import type { PaymentPlatform } from './payment-types'

export const payment: PaymentPlatform = {
  place: () => (embeddedShop() ? 'own-app' : 'shared-app'),
  returnUrl: () => undefined,
  takeCode: () => undefined,
  async openTill(till) {
    if (till.kind !== 'wechat-cashier') return 'failed'
    const { appId: _, ...params } = till.params
    try {
      await Taro.requestPayment(params)
      return 'finished'
    } catch (error) {
      return isCancel(wechatErrorMessage(error)) ? 'cancelled' : 'failed'
    }
  },
}
