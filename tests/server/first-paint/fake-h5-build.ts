import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const HTML = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="theme-color" content="#1a7f4e"><meta name="description" content="开张">
<title>开张</title><script>window.size = 1</script><script defer="defer" src="/js/app.0123abcd.js"></script><link href="/css/app.0123abcd.css" rel="stylesheet"></head><body><div id="app"></div></body></html>`

const files: Record<string, string> = {
  'index.html': HTML,
  'js/app.0123abcd.js': '1',
  'js/shop.0123abcd.js': '2',
  'css/app.0123abcd.css': 'body{margin:0}',
  'js/further.0123abcd.js': '3',
  'js/cart.0123abcd.js': '4',
  'css/further.0123abcd.css': '.text-block{color:green}',
  'css/shop.0123abcd.css': '.price{color:red}.cart-row{color:blue}',
  'service-worker.js': 'start(self.kzManifest)',
  'page-files.json': JSON.stringify({
    start: ['js/app.0123abcd.js', 'css/app.0123abcd.css'],
    pages: { '/s/:slug': ['css/shop.0123abcd.css', 'js/shop.0123abcd.js'] },
    cartPanels: ['js/cart.0123abcd.js'],
    lazySections: ['css/further.0123abcd.css', 'js/further.0123abcd.js'],
  }),
}

/** Writes a minimal H5 build; returns its folder, a function that edits a file, and one that removes it. */
export function createFakeH5Build() {
  const folder = mkdtempSync(join(tmpdir(), 'kz-first-paint-'))
  for (const part of ['js', 'css']) mkdirSync(join(folder, part))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const change = (name: string, edit: (text: string) => string) =>
    writeFileSync(join(folder, name), edit(readFileSync(join(folder, name), 'utf8')))
  return { folder, change, remove: () => rmSync(folder, { recursive: true }) }
}
