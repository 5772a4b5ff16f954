import type { Look } from '@/domain/look'
import { type Files, textOf } from './folder'

/** What stands in for the scripts of sections, by their names. The engine's build writes it. */
const STUBS = 'section-stubs.json'

/** Leaves out the sections that a shop has not: their styles, and all that is in their scripts. */
export function pruneSections(engine: Files, { sections }: Look): Files {
  const files: Files = new Map(engine)
  const kept = new Set(sections.map(({ kind }) => `section-${kind}.js`))
  let styles = textOf(engine, 'app.wxss')
  for (const [script, stub] of Object.entries(JSON.parse(textOf(engine, STUBS)) as Record<string, string>)) {
    if (kept.has(script)) continue
    const style = script.replace(/\.js$/, '.wxss')
    files.set(script, Buffer.from(stub))
    files.delete(style)
    styles = styles.replace(`@import "./${style}";`, '')
  }
  files.set('app.wxss', Buffer.from(styles))
  files.delete(STUBS)
  return files
}
