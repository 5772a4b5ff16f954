import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LookShape, ThemeShape } from '@/contract/looks'
import { LOOK_FORMAT, type Look } from '@/domain/look'
import { lookFaults } from '@/templates/check'
import { lookOf } from '@/templates/registry'
import { upgradeLook } from '@/templates/upgrade'

const FOLDER = path.join(__dirname, 'old-looks')

/** Looks as they were kept in each past form: what stands in these files never changes. */
const stored = readdirSync(FOLDER).flatMap((file) =>
  (JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Look[]).map((look): [string, Look] => [
    `${file} ${look.template}`,
    look,
  ]),
)

test('every past form is among them', () => {
  const forms = new Set(stored.map(([, look]) => look.format ?? 1))
  expect([...forms].sort()).toEqual(Array.from({ length: LOOK_FORMAT - 1 }, (_, at) => at + 1))
})

test.each(stored)('%s becomes a look of today, with what its owner chose', (_name, look) => {
  const today = upgradeLook(look)
  expect(Object.keys(today).sort()).toEqual(Object.keys(LookShape.properties).sort())
  expect(Object.keys(today.theme).sort()).toEqual(Object.keys(ThemeShape.properties).sort())
  expect(lookFaults(today)).toEqual([])
  expect(today).toMatchObject({ version: look.version, template: look.template, theme: look.theme })
  expect(today.sections.map(({ id }) => id)).toEqual(look.sections.map(({ id }) => id))
})

test('a look of today, or of a form to come, is answered as it is', () => {
  const look = lookOf('plain') as Look
  expect(upgradeLook(look)).toBe(look)
  const ofTomorrow = { ...look, format: LOOK_FORMAT + 1 }
  expect(upgradeLook(ofTomorrow)).toBe(ofTomorrow)
})
