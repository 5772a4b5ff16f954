import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const FOLDER = 'docs/decisions'
const names = readdirSync(FOLDER).filter((name) => /^\d{4}-/.test(name))
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8')

/** Later and earlier page of each line "Supersedes [n](page).". */
const superseded = names.flatMap((later) =>
  [...read(later).matchAll(/^Supersedes \[\d+\]\((.+)\)\.$/gm)].map(
    ([, earlier = '']) => [later, earlier] as const,
  ),
)

describe('docs/decisions', () => {
  it('lists every page with its title and the page that supersedes it', () => {
    const lines = names.map((name) => {
      const number = name.slice(0, 4)
      const title = read(name).match(/^# \d+\. (.+)$/m)?.[1]
      const later = superseded.find(([, earlier]) => earlier === name)?.[0].slice(0, 4)
      return `- [${number}](${name}) ${title}${later ? ` (superseded by ${later})` : ''}`
    })
    expect(read('README.md').match(/^- .+$/gm)).toEqual(lines)
  })

  it('says on a superseded page which page supersedes it', () => {
    for (const [later, earlier] of superseded)
      expect(read(earlier)).toContain(`Superseded by [${Number(later.slice(0, 4))}](${later}).`)
  })
})
