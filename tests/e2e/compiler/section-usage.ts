import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TestShop } from './three-shops'

const SECTIONS = 'src/templates/sections'

const filesOf = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))

const read = (file: string) => readFileSync(file, 'utf8')

/** Returns by kind the class names that occur in the scripts of that section only. */
function classesOfSections(): Map<string, string[]> {
  const files = filesOf('src', /\.tsx$/)
  const ofKind = (kind: string) => files.filter((file) => file.startsWith(`${SECTIONS}/${kind}/`))
  return new Map(
    readdirSync(SECTIONS).map((kind) => {
      const ownFiles = ofKind(kind)
      const others = files.filter((file) => !ownFiles.includes(file)).map(read)
      const names = ownFiles.flatMap((file) => read(file).match(/\b[a-z][\w-]*__[\w-]+/g) ?? [])
      return [kind, names.filter((name) => !others.some((text) => text.includes(name)))]
    }),
  )
}

/** Matches the styles of kinds whose classes occur only there. */
const styleOf = (kind: string) => new RegExp(`\\.${kind}(__|--|[{,.:> ])`)

const stylesOf = (kind: string) =>
  filesOf(path.join(SECTIONS, kind), /\.scss$/)
    .map(read)
    .join('\n')

/** Returns the kinds that can be recognized by classes of their own. */
export function recognizableKinds(kinds: readonly string[]): string[] {
  const classes = classesOfSections()
  return [...new Set(kinds)]
    .filter((kind) => (classes.get(kind) ?? []).length > 0 || styleOf(kind).test(stylesOf(kind)))
    .sort()
}

/** Returns the kinds of sections found in the scripts or styles of an app. */
export function sectionKindsIn(out: string): string[] {
  const scripts = filesOf(out, /\.js$/).map(read).join('\n')
  const styles = filesOf(out, /\.(css|wxss)$/)
    .map(read)
    .join('\n')
  return [...classesOfSections()]
    .filter(([kind, names]) => names.some((name) => scripts.includes(name)) || styleOf(kind).test(styles))
    .map(([kind]) => kind)
    .sort()
}

/** Returns the texts that only this shop's app may contain. */
export const identifyingTexts = (shop: TestShop | undefined): string[] =>
  [shop?.slug, shop?.shopId, shop?.name, shop?.phone, shop?.goods[0]?.id].filter((word) => word !== undefined)
