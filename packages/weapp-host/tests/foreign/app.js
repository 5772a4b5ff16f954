global.started = true
App({ globalData: { isStarted: globalThis.started } })
