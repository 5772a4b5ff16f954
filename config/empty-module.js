// Replaces unused modules of Taro: navigation bar, pull-down refresh, HTML parser, `fetch` polyfill, JSONP. ES5, because
// it is not transpiled.
function nothing() {}

function none() {
  return []
}

module.exports = { default: null, initNavigationBar: nothing, parser: none }
