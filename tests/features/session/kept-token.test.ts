import { createTokenStorage } from '@/platform/storage/token-storage'
import Taro, { stage } from '../../support/taro'

const { setStorageSync } = Taro

beforeEach(() => stage.reset())
afterEach(() => {
  Taro.setStorageSync = setStorageSync
})

const fillStorage = () => {
  Taro.setStorageSync = () => {
    throw new Error('setStorageSync:fail exceed storage max size')
  }
}

it('keeps a token in storage for the next start', () => {
  createTokenStorage(() => 'key').keepToken('first')
  expect(createTokenStorage(() => 'key').token()).toBe('first')
})

it('keeps a token in memory where storage is full, also over an older one in storage', () => {
  const session = createTokenStorage(() => 'key')
  session.keepToken('first')
  fillStorage()
  session.keepToken('second')
  expect(session.token()).toBe('second')
})

it('holds no token once it is let go of, in memory or in storage', () => {
  const session = createTokenStorage(() => 'key')
  session.keepToken('first')
  fillStorage()
  session.keepToken('second')
  session.keepToken(null)
  expect(session.token()).toBeNull()
})
