Page({
  data: { name: '' },
  onLoad({ name }) {
    this.setData({ name })
  },
})
