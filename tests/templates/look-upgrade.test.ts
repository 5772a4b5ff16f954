import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LookShape, ThemeShape } from '@/contract/shop/looks'
import { LOOK_FORMAT, type Look } from '@/domain/look/look'
import { createBundledLook } from '@/templates/bundled-templates'
import { upgradeLook } from '@/templates/upgrade-look'
import { validateLook } from '@/templates/validate-look'

const FOLDER = path.join(__dirname, 'old-looks')

/** Looks stored in each earlier format; these files never change. */
const stored = readdirSync(FOLDER).flatMap((file) =>
  (JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Look[]).map((look): [string, Look] => [
    `${file} ${look.template}`,
    look,
  ]),
)

describe('upgradeLook', () => {
  it('is tested with every earlier format', () => {
    const forms = new Set(stored.map(([, look]) => look.format ?? 1))
    expect([...forms].sort()).toEqual(Array.from({ length: LOOK_FORMAT - 1 }, (_, at) => at + 1))
  })

  it.each(stored)("upgrades %s to the current format and keeps the owner's choices", (_name, look) => {
    const today = upgradeLook(look)
    expect(Object.keys(today).sort()).toEqual(Object.keys(LookShape.properties).sort())
    expect(Object.keys(today.theme).sort()).toEqual([...(ThemeShape.required ?? [])].sort())
    expect(validateLook(today)).toEqual([])
    expect(today).toMatchObject({ version: look.version, template: look.template, theme: look.theme })
    expect(today.sections.map(({ id }) => id)).toEqual(look.sections.map(({ id }) => id))
  })

  it('returns a look of the current or a later format unchanged', () => {
    const look = createBundledLook('plain') as Look
    expect(upgradeLook(look)).toBe(look)
    const ofTomorrow = { ...look, format: LOOK_FORMAT + 1 }
    expect(upgradeLook(ofTomorrow)).toBe(ofTomorrow)
  })
})
