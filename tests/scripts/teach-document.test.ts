import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const FOLDER = 'src/locales'

const words = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(FOLDER, name), 'utf8'))
  .join('\n')

/** The seat of a learner, which the app makes of a number. */
const isSeat = (quoted: string) => /^\d+ 号$/.test(quoted)

test("the trainer's document quotes only words that the app shows", () => {
  const quoted = [...readFileSync('docs/teach.md', 'utf8').matchAll(/「([^」]+)」/g)].map(
    ([, text = '']) => text,
  )
  expect(quoted.length).toBeGreaterThan(20)
  expect(quoted.filter((text) => !isSeat(text) && !words.includes(text))).toEqual([])
})
