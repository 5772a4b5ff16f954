import Taro from '@tarojs/taro'
import { keptToken } from './kept-token'
import type { SignIn } from './sign-in-how'

export const signIn: SignIn = {
  credential: async () => ({ provider: 'wechat', code: (await Taro.login()).code }),
  ...keptToken(() => 'session-token'),
}
