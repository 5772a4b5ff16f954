// stands in for what Taro brings along and no page here uses: a bar with its drawings, and pulling down to refresh. ES5, for it is not transpiled.
module.exports = {
  default: null,
  initNavigationBar: () => {},
}
