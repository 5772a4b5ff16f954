/** What Taro's runtime does for Preact, and what it is replaced by: without `preact/compat` names of events stay. */
const CHANGES = [
  ["const options = require('preact').options;", ''],
  ["e.type = 'focusin';", ''],
  ["e.type = 'focusout';", ''],
]

/** Adapts Taro's runtime to Preact without its compatibility layer, and imports Preact as a module that can be trimmed. */
module.exports = function adaptRuntime(source) {
  return CHANGES.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${this.resourcePath} no longer contains ${from}`)
    return text.replace(from, to)
  }, `import { options } from 'preact'\n${source}`)
}
