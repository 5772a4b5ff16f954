import { createTokenStorage } from '@/platform/storage/token-storage'
import Taro, { fakeTaro } from '../../support/components/taro'

const { setStorageSync } = Taro

beforeEach(() => fakeTaro.reset())
afterEach(() => {
  Taro.setStorageSync = setStorageSync
})

const fillStorage = () => {
  Taro.setStorageSync = () => {
    throw new Error('setStorageSync:fail exceed storage max size')
  }
}

describe('createTokenStorage', () => {
  it('restores a token from storage', () => {
    createTokenStorage(() => 'key').storeToken('first')
    expect(createTokenStorage(() => 'key').token()).toBe('first')
  })

  it('holds a token in memory when storage is full', () => {
    const session = createTokenStorage(() => 'key')
    session.storeToken('first')
    fillStorage()
    session.storeToken('second')
    expect(session.token()).toBe('second')
  })

  it('removes the token from memory and storage', () => {
    const session = createTokenStorage(() => 'key')
    session.storeToken('first')
    fillStorage()
    session.storeToken('second')
    session.storeToken(null)
    expect(session.token()).toBeNull()
  })
})
