import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { templateCatalogue } from '@/locales/look/template-catalogue'
import { allTemplates } from '@/templates/all-templates'
import { bundledTemplates } from '@/templates/bundled-templates'
import { expect, test } from '../test'

const bundled = bundledTemplates.map(({ name }) => name)

const scripts = (dist: string) =>
  (readdirSync(dist, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(dist, file), 'utf8'))
    .join('\n')

/** Escapes Chinese characters as bundlers may write them. */
const escaped = (text: string) =>
  [...text]
    .map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign))
    .join('')

for (const dist of ['dist/h5', 'dist/weapp'])
  test.describe(`build in ${dist}`, () => {
    let all: string
    test.beforeAll(() => {
      all = scripts(dist)
    })

    for (const { name, theme } of allTemplates)
      test(`includes the template ${name} only if it is bundled`, () => {
        const { description } = templateCatalogue[name] ?? { description: '' }
        expect(description).not.toBe('')
        const isIncluded = all.includes(description) || all.includes(escaped(description))
        expect(isIncluded).toBe(bundled.includes(name))
        expect(new RegExp(`seed"?: ?["']${theme.seed}["']`).test(all)).toBe(bundled.includes(name))
      })
  })
