const { renameSync, writeFileSync } = require('node:fs')

// Preloaded by `node --expose-gc --require`: SIGUSR2 collects garbage and writes the bytes that are still in use to the file
// KZ_MEMORY_FILE. Resident memory would also count what the allocator has not returned, which depends on the machine's load.
process.on('SIGUSR2', () => {
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  // complete once it has its name
  writeFileSync(`${process.env.KZ_MEMORY_FILE}.new`, String(heapUsed + external))
  renameSync(`${process.env.KZ_MEMORY_FILE}.new`, process.env.KZ_MEMORY_FILE)
})
