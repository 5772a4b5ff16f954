import Taro from '@tarojs/taro'
import { openSettings } from '@/platform/device/open-settings.weapp'

describe('openSettings in a mini-program', () => {
  it("opens WeChat's settings and ignores a failure", async () => {
    const openSetting = jest.fn(async () => {
      throw new Error('openSetting:fail')
    })
    Object.assign(Taro, { openSetting })
    openSettings?.()
    await Promise.resolve()
    expect(openSetting).toHaveBeenCalledTimes(1)
  })
})
