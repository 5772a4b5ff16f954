import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type JsdomMiniProgram, type JsdomOptions, launchInJsdom } from '../../src/jsdom'

/** Launches a mini-program of one page that runs `code` in `onLoad`. `show(value)` adds the JSON of a value to the page. */
export async function launchSnippet(code: string, options: JsdomOptions = {}): Promise<JsdomMiniProgram> {
  const folder = mkdtempSync(path.join(tmpdir(), 'weapp-host-'))
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text)
  try {
    write('app.json', '{ "pages": ["home"] }')
    write('app.js', 'App({})')
    write('home.json', '{}')
    write('home.wxml', '<view id="shown">{{shown}}</view>')
    write(
      'home.js',
      `Page({
        data: { shown: '' },
        onLoad() {
          const show = (value) => this.setData({ shown: this.data.shown + JSON.stringify(value) })
          ${code}
        },
      })`,
    )
    return await launchInJsdom(folder, options)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
