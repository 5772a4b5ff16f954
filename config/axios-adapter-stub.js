// Replaces axios' XHR and fetch adapters: Taro.request is the only transport. ES5, because it is not transpiled.
module.exports = {
  default: null,
  getFetch: function () {
    return null
  },
}
