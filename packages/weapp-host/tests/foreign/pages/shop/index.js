Page({
  data: { pressed: '' },
  sizes() {
    this.setData({ text: 'x'.repeat(63 * 1024) })
    this.setData({ text: 'x'.repeat(65 * 1024) })
    this.setData({ text: 'x'.repeat(1025 * 1024) })
  },
  fill() {
    const megabyte = 'x'.repeat(1024 * 1024 - 100)
    let stored = 0
    let reason = ''
    try {
      for (; stored < 20; stored++) wx.setStorageSync(`part${stored}`, megabyte)
    } catch (error) {
      reason = error.message
    }
    wx.setStorage({
      key: 'one more',
      data: megabyte,
      fail: ({ errMsg }) => {
        wx.setStorageSync('part0', 'small')
        wx.setStorageSync('one more', megabyte)
        this.setData({ pressed: `${stored} ${reason}, ${errMsg}` })
      },
    })
  },
  onPress({ detail }) {
    this.setData({ pressed: `pressed ${detail.value}` })
  },
})
