const { readdirSync, readFileSync } = require('node:fs')
const path = require('node:path')

const PARTS = /import (?:type )?\{([^}]*)\} from '@tarojs\/components'/g

/** @param {string} folder */
const textsIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))

/**
 * Names that the sources use: the imported Taro components, and every word, which could be a call or an attribute.
 * @param {string} folder
 * @returns {{ components: string[], words: string[] }}
 */
exports.usedNames = (folder) => {
  const texts = textsIn(folder)
  const parts = texts.flatMap((text) =>
    [...text.matchAll(PARTS)].flatMap(([, names = '']) => names.split(',')),
  )
  return {
    components: [...new Set(parts.map((name) => name.trim().split(' ')[0] ?? ''))],
    words: [...new Set(texts.flatMap((text) => text.match(/\b[a-z]\w+\b/g) ?? []))],
  }
}
