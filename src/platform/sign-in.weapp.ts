import Taro from '@tarojs/taro'
import { kept } from './kept'
import type { SignIn } from './sign-in-how'

const KEY = 'session-token'

export const signIn: SignIn = {
  credential: async () => ({ provider: 'wechat', code: (await Taro.login()).code }),
  keepToken: (token) => {
    if (token) kept.set(KEY, token)
    else kept.remove(KEY)
  },
  token: () => kept.get<string>(KEY),
}
