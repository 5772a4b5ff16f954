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

const textFiles = () => [
  ...readdirSync('src/locales', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('parts') && name !== 'translation.ts')
    .map((name) => path.resolve('src/locales', name)),
  ...readdirSync('src/templates/sections', { recursive: true, encoding: 'utf8' })
    .filter((name) => /words\.ts$/.test(name))
    .map((name) => path.resolve('src/templates/sections', name)),
]

/** An invented language: every Chinese text in ‹angle quotation marks›. */
export function pseudoTranslation(): Translation {
  const texts: [name: string, text: unknown][] = []
  // the caller's modules must not have loaded a text yet
  jest.isolateModules(() => {
    for (const file of textFiles()) texts.push(...Object.entries<unknown>(require(file)))
  })
  return Object.fromEntries(texts.map(([name, text]) => [name, marked(text)])) as unknown as Translation
}
