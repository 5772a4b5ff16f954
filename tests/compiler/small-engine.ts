import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const FILES: Record<string, string> = {
  'app.js': 'require("./embedded-shop.js")',
  'app.json': JSON.stringify({ pages: ['pages/storefront/shop'], window: { backgroundTextStyle: 'dark' } }),
  'app.wxss': '@import "./section-contact.wxss";@import "./section-story.wxss";',
  'embedded-shop.js': 'module.exports = {}',
  'pages/storefront/shop.json': JSON.stringify({ navigationBarTitleText: '小店' }),
  'section-contact.js': 'contact()',
  'section-contact.wxss': '.contact{}',
  'section-story.js': 'story()',
  'section-story.wxss': '.story{}',
  'section-stubs.json': JSON.stringify({ 'section-contact.js': 'no()', 'section-story.js': 'no()' }),
}

/** Writes a minimal mini-program engine; `more` adds or replaces files. Returns its folder. */
export function createSmallEngine(more: Record<string, string> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-engine-'))
  for (const [name, text] of Object.entries({ ...FILES, ...more })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}
