import type { Look } from '@/domain/look/look'
import { type Files, textOf } from './folder'

/** Written by the engine's build: the stub of each section's script by name. */
const STUBS = 'section-stubs.json'

/** Removes the styles and the script content of sections that a shop does not use. */
export function pruneSections(engine: Files, { sections }: Look): Files {
  const files: Files = new Map(engine)
  const used = new Set(sections.map(({ kind }) => `section-${kind}.js`))
  let styles = textOf(engine, 'app.wxss')
  for (const [script, stub] of Object.entries(JSON.parse(textOf(engine, STUBS)) as Record<string, string>)) {
    if (used.has(script)) continue
    const style = script.replace(/\.js$/, '.wxss')
    files.set(script, Buffer.from(stub))
    files.delete(style)
    styles = styles.replace(`@import "./${style}";`, '')
  }
  files.set('app.wxss', Buffer.from(styles))
  files.delete(STUBS)
  return files
}
