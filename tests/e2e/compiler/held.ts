import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TestShop } from './three-shops'

const SECTIONS = 'src/templates/sections'

const filesOf = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))

const read = (file: string) => readFileSync(file, 'utf8')

/** Names of classes that stand in the scripts of one section and nowhere else. */
function classesOfSections(): Map<string, string[]> {
  const files = filesOf('src', /\.tsx$/)
  const ofKind = (kind: string) => files.filter((file) => file.startsWith(`${SECTIONS}/${kind}/`))
  return new Map(
    readdirSync(SECTIONS).map((kind) => {
      const own = ofKind(kind)
      const others = files.filter((file) => !own.includes(file)).map(read)
      const names = own.flatMap((file) => read(file).match(/\b[a-z][\w-]*__[\w-]+/g) ?? [])
      return [kind, names.filter((name) => !others.some((text) => text.includes(name)))]
    }),
  )
}

/** Kinds whose classes stand nowhere but in their styles, which begin with the kind. */
const styled = (kind: string) => new RegExp(`\\.${kind}(__|--|[{,.:> ])`)

const stylesOf = (kind: string) =>
  filesOf(path.join(SECTIONS, kind), /\.scss$/)
    .map(read)
    .join('\n')

/** Those of these kinds that have classes of their own; some are made of parts that others have, too. */
export function tellable(kinds: readonly string[]): string[] {
  const classes = classesOfSections()
  return [...new Set(kinds)]
    .filter((kind) => (classes.get(kind) ?? []).length > 0 || styled(kind).test(stylesOf(kind)))
    .sort()
}

/** The kinds of sections whose classes stand in the scripts or styles of an app. */
export function kindsHeld(out: string): string[] {
  const scripts = filesOf(out, /\.js$/).map(read).join('\n')
  const styles = filesOf(out, /\.(css|wxss)$/)
    .map(read)
    .join('\n')
  return [...classesOfSections()]
    .filter(([kind, names]) => names.some((name) => scripts.includes(name)) || styled(kind).test(styles))
    .map(([kind]) => kind)
    .sort()
}

/** Words that only this shop's app may hold. */
export const wordsOf = (shop: TestShop | undefined): string[] =>
  [shop?.slug, shop?.shopId, shop?.name, shop?.phone, shop?.goods[0]?.id].filter((word) => word !== undefined)
