import Taro from '@tarojs/taro'
import { createTokenStorage } from '../storage/token-storage'
import type { SignIn } from './network-types'

export const signIn: SignIn = {
  credential: async () => ({ provider: 'wechat', code: (await Taro.login()).code }),
  ...createTokenStorage(() => 'session-token'),
}
