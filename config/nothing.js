// stands in for what Taro brings along and no page here uses: a bar with its drawings, pulling down to refresh, a reader of
// HTML, an older `fetch`, requests by script. ES5, for it is not transpiled.
function nothing() {}

function none() {
  return []
}

module.exports = { default: null, initNavigationBar: nothing, parser: none }
