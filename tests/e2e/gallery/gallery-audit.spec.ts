import { allTemplates } from '@/templates/all-templates'
import { auditPage } from '../audit/audit-page'
import { toLine } from '../audit/finding'
import type { Viewport } from '../audit/viewport'
import { longRunUnless } from '../long-run'
import { expect, test } from '../test'
import { type StateName, stateNames } from './in-page/states'

/**
 * Audits every template with sample content. The long run takes every state at three widths; the short run takes three
 * templates with three products at 320 px, where space is scarcest.
 */

const long = process.env.KZ_LONG === '1'
const SHORT = ['plain', 'woodgrain', 'orchard']
const NARROW: Viewport[] = [
  { width: 320, height: 568, type: 1 },
  { width: 320, height: 568, type: 2 },
]
const WIDE: Viewport[] = [
  { width: 390, height: 844, type: 1 },
  { width: 768, height: 844, type: 1 },
]
const FORMS = long ? [...NARROW, ...WIDE] : NARROW
const STATES: readonly StateName[] = long ? stateNames : ['three']

for (const { name: template } of allTemplates)
  test(
    `template ${template} passes the audit in every state`,
    longRunUnless(SHORT.includes(template)),
    async ({ gallery }) => {
      const findings: string[] = []
      for (const state of STATES)
        for (const form of FORMS) {
          await gallery.show(template, state)
          const found = await auditPage(gallery.page, form, {
            axe: state !== 'preview',
            endless: state === 'sixty' || state === 'long words',
          })
          const where = `${state}, ${form.width} px, type × ${form.type}`
          findings.push(...found.map((one) => `${where}: ${toLine(one)}`))
        }
      expect(findings).toEqual([])
    },
  )
