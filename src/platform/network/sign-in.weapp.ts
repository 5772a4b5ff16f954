import Taro from '@tarojs/taro'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { createTokenStorage } from '../storage/token-storage'
import type { SignIn } from './network-types'

/** A shop's own app names its appid, as the server knows it beside that of the shared app. */
const ownAppid = () => (embeddedShop() ? { appid: Taro.getAccountInfoSync().miniProgram.appId } : {})

export const signIn: SignIn = {
  credential: async () => ({ provider: 'wechat', code: (await Taro.login()).code, ...ownAppid() }),
  ...createTokenStorage(() => 'session-token'),
}
