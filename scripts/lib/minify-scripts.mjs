import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { minify } from 'terser'

/**
 * Minifies the scripts of a built mini-program once more: a fiftieth goes, which a pass over single modules cannot see.
 * @param {string} out @param {5 | 2018} ecma the version of the scripts
 */
export async function minifyScripts(out, ecma) {
  const compress = { ecma, unsafe_arrows: ecma > 5, ...(ecma > 5 ? { pure_getters: true } : {}) }
  for (const name of readdirSync(out, { recursive: true }).map(String)) {
    if (!name.endsWith('.js')) continue
    const file = path.join(out, name)
    const { code } = await minify(readFileSync(file, 'utf8'), {
      ecma,
      compress,
      format: { ecma, ascii_only: false, comments: false },
    })
    if (code) writeFileSync(file, code)
  }
}
