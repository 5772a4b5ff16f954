Page({
  data: { items: [], draft: '' },
  onLoad() {
    wx.request({
      url: 'https://api.example/items',
      success: ({ data }) => {
        this.setData({ items: data })
      },
    })
  },
  typed(event) {
    this.setData({ draft: event.detail.value })
  },
  add() {
    this.setData({ items: [...this.data.items, this.data.draft], draft: '' })
  },
  open(event) {
    const { name } = event.currentTarget.dataset
    wx.setStorageSync('last', name)
    wx.navigateTo({ url: `/pages/detail/index?name=${name}` })
  },
})
