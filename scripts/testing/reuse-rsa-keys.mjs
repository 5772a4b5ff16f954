import crypto from 'node:crypto'

// Making an RSA key takes a tenth of a second, and most suites need some. Loaded by `--import` before jest, this gives the keys
// that a process has made to its next suites. No suite makes so many that it would get one twice.

const KEYS = 16

const { generateKeyPairSync } = crypto

/** @type {{ publicKey: crypto.KeyObject, privateKey: crypto.KeyObject }[]} */
const made = []
let asked = 0

/** @param {string} type @param {Record<string, unknown>} options */
const reuse = (type, options) => {
  const isPlain = type === 'rsa' && options.modulusLength === 2048 && Object.keys(options).length === 1
  if (!isPlain) return Reflect.apply(generateKeyPairSync, crypto, [type, options])
  const at = asked++ % KEYS
  made[at] ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
  return made[at]
}

crypto.generateKeyPairSync = /** @type {typeof generateKeyPairSync} */ (reuse)
