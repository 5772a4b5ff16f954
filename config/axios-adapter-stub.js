// axios' own XHR and fetch adapters are replaced by this: Taro.request is the only transport. ES5, for it is not transpiled.
module.exports = {
  default: null,
  getFetch: function () {
    return null
  },
}
