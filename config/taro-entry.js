// `@tarojs/taro` as Taro has it, but asking for each thing by its name, so that webpack can leave out what nobody asks for.
// ES5, for it is not transpiled.
var hooks = require('@tarojs/runtime').hooks
var taro = require('@tarojs/api').default

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro)

module.exports = taro
module.exports.default = module.exports
