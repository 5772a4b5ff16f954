import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Translation } from '@/language'

/** Marks a text, and the texts in an object or those that a function returns. */
function marked(source: unknown): unknown {
  if (typeof source === 'string') return source && `‹${source}›`
  if (typeof source === 'function') return (...given: unknown[]) => marked(source(...given))
  if (Array.isArray(source)) return source.map(marked)
  if (source === null || typeof source !== 'object') return source
  return Object.fromEntries(Object.entries(source).map(([name, text]) => [name, marked(text)]))
}

const sourceModules = () =>
  ['src/locales', 'src/templates/sections'].flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((name) => path.resolve(folder, String(name)))
      .filter((file) => path.basename(path.dirname(file)) === 'zh-CN' && file.endsWith('.ts')),
  )

/** An invented language: every Chinese text in ‹angle quotation marks›. */
export function pseudoTranslation(): Translation {
  const texts = sourceModules().flatMap((file) => Object.entries<unknown>(require(file)))
  return Object.fromEntries(texts.map(([name, text]) => [name, marked(text)])) as unknown as Translation
}
