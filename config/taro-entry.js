// `@tarojs/taro` with imports by name instead of the whole module, so that webpack can drop unused exports. ES5, because
// it is not transpiled.
var hooks = require('@tarojs/runtime').hooks
var taro = require('@tarojs/api').default

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro)

module.exports = taro
module.exports.default = module.exports
