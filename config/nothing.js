// stands in for what Taro brings along and no page here uses: a bar with its drawings, pulling down to refresh, a reader of HTML. ES5, for it is not transpiled.
module.exports = {
  default: null,
  initNavigationBar: () => {},
  parser: () => [],
}
