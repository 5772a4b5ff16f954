import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { templateCatalogue } from '@/locales/zh-CN/template-catalogue'
import { allTemplates } from '@/templates/all-templates'
import { templates } from '@/templates/registry'

const carried = templates.map(({ name }) => name)

const scripts = (dist: string) =>
  (readdirSync(dist, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(dist, file), 'utf8'))
    .join('\n')

/** Chinese as builds write it: as it is, or escaped. */
const escaped = (text: string) =>
  [...text]
    .map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign))
    .join('')

describe.each(['dist/h5', 'dist/weapp'])('%s', (dist) => {
  const all = scripts(dist)

  test.each(allTemplates)('$name is built in only if phones carry it', ({ name, theme }) => {
    const { description } = templateCatalogue[name] ?? { description: '' }
    expect(description).not.toBe('')
    const there = all.includes(description) || all.includes(escaped(description))
    expect(there).toBe(carried.includes(name))
    expect(new RegExp(`seed"?: ?["']${theme.seed}["']`).test(all)).toBe(carried.includes(name))
  })
})
