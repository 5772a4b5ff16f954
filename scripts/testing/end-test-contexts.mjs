import { AsyncLocalStorage } from 'node:async_hooks'

// jest-circus follows the context of tests with a storage for each test file and never disables it. Every promise of the
// process is then recorded by the storages of all files so far, which hold their tests. Loaded by `--import` before jest,
// this disables the storage of a file when the next file begins.

const { run } = AsyncLocalStorage.prototype

/** @type {WeakSet<AsyncLocalStorage<unknown>>} */
const known = new WeakSet()

/** @type {AsyncLocalStorage<unknown> | undefined} */
let ofLastFile

/** @this {AsyncLocalStorage<unknown>} @param {Parameters<typeof run>} args */
AsyncLocalStorage.prototype.run = function (...args) {
  if (!known.has(this)) {
    known.add(this)
    if (new Error().stack?.includes('jest-circus')) {
      ofLastFile?.disable()
      ofLastFile = this
    }
  }
  return run.apply(this, args)
}
