Component({
  behaviors: ['wx://form-field', Behavior({ behaviors: ['wx://component-export'], methods: {} })],
  properties: { dataset: null, color: String },
  data: { count: 0 },
  methods: {
    add() {
      this.setData({ count: this.data.count + 1 })
      this.triggerEvent('press', { value: this.properties.value })
    },
  },
})
