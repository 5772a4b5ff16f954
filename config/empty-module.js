// Replaces modules that a build does not use: of Taro navigation bar, pull-down refresh, HTML parser, `fetch` polyfill and JSONP; texts. ES5, because
// it is not transpiled.
function nothing() {}

function none() {
  return []
}

module.exports = { default: null, initNavigationBar: nothing, parser: none, sellerPrivacyParts: [] }
