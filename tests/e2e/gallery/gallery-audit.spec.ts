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
const WIDTHS = long ? [320, 390, 768] : [320]
const TYPES = [1, 2] as const
const STATES: readonly StateName[] = long ? stateNames : ['three']

for (const { name: template } of allTemplates)
  test(
    `template ${template} passes the audit in every state`,
    longRunUnless(SHORT.includes(template)),
    async ({ gallery }) => {
      const findings: string[] = []
      for (const state of STATES)
        for (const width of WIDTHS)
          for (const type of TYPES) {
            await gallery.show(template, state)
            const form: Viewport = { width, height: width === 320 ? 568 : 844, type }
            const found = await auditPage(gallery.page, form, {
              axe: state !== 'preview',
              endless: state === 'sixty' || state === 'long words',
            })
            findings.push(...found.map((one) => `${state}, ${width} px, type × ${type}: ${toLine(one)}`))
          }
      expect(findings).toEqual([])
    },
  )
