// Preloaded by `node --expose-gc --require`: SIGUSR2 collects garbage, so that resident memory counts what is held.
process.on('SIGUSR2', () => {
  globalThis.gc()
  globalThis.gc()
})
