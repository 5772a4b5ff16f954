import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Voice } from '@/domain/voice'
import { ApiClient } from '../../support/api-client'
import { publishVoiceStory } from '../../support/publish-voice-story'
import { createRecording } from '../../support/voice-recording'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { runCompiler } from './run-compiler'
import { serveFolders } from './static-server'

let mp3: Buffer
let api: string
let folder: string
let voice: Voice

// the shop is compiled once
test.describe.configure({ mode: 'default' })

test.beforeAll(async ({ sharedServer }) => {
  api = sharedServer.server.origin
  mp3 = createRecording(4000)
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-spoken-'))
  const owner = await ApiClient.signIn(api)
  const { shopId, slug } = await owner.openShop([{ name: '核桃', price: 2500, stock: 9 }])
  voice = await publishVoiceStory(owner, shopId, mp3)
  const ran = await runCompiler(
    ...['--shop', slug, '--target', 'all', '--out', folder, '--api', api, '--base', '/shop/'],
  )
  if (ran.code !== 0) throw new Error(ran.err)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function playVoice(page: Page) {
  await expect(page.locator('#first-paint')).toHaveCount(0)
  await page.locator('.voice-player__row').click()
  await page.waitForFunction(
    () => (document.querySelector('.taro_page .voice-player__gone')?.clientWidth ?? 0) > 0,
  )
}

test(
  'compiled site includes its voice and plays it offline without the server',
  LONG_RUN,
  async ({ page }) => {
    const site = path.join(folder, 'h5')
    expect(readFileSync(path.join(site, `voices/${voice.hash}.mp3`)).equals(mp3)).toBe(true)
    const host = await serveFolders({ '/shop/': site })
    try {
      await page.route(`${api}/**`, (route) => route.abort())
      await page.goto(`${host.origin}/shop/`)
      await playVoice(page)
      // cached by the first visit for offline use
      await page.evaluate(() => navigator.serviceWorker.ready)
      await host.close()
      await page.reload()
      await playVoice(page)
    } finally {
      await host.close()
    }
  },
)

test('compiled mini-program references the voice on the server and requests no microphone', LONG_RUN, () => {
  const app = path.join(folder, 'weapp')
  expect(readFileSync(path.join(app, 'embedded-shop.js'), 'utf8')).toContain(voice.hash)
  const files = (readdirSync(app, { recursive: true }) as string[]).filter((name) => name.endsWith('.mp3'))
  expect(files).toEqual([])
  expect(readFileSync(path.join(app, 'app.json'), 'utf8')).not.toContain('scope.record')
  const code = readFileSync(path.join(app, 'section-story.js'), 'utf8')
  expect(code).toContain('voice-player')
})
